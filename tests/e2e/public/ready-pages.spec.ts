import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '../../support/browser/browser-test';

const card = '/scorecards/childrens-social-care';
/** Costly ones apart, of which only so many may be asked for. */
const pages = [
  '/',
  card,
  `${card}?show=red`,
  `${card}/2018-08-17`,
  `${card}/editions`,
  `${card}/editions/1`,
  `${card}/retired`,
  `${card}/revisions`,
  '/measures/csc-01',
  '/measures/csc-01/2018-08-17',
  '/feed.xml',
  `${card}/editions/1/data.csv`,
  `${card}/editions/1/canonical.json`,
  '/measures/csc-01/embed',
  '/data/columns',
  '/api/v1/measures/csc-01',
  '/calendar',
  '/committees',
  '/how-to-read',
  '/accessibility',
  '/nowhere',
];
const kinds: Record<string, string>[] = [
  { 'Accept-Encoding': 'identity' },
  { 'Accept-Encoding': 'gzip, deflate, br' },
  { 'Accept-Encoding': 'gzip', 'If-None-Match': 'W/"another"' },
];

/** What may differ between two answers of the same: when they were given, and in how many pieces. */
const passing = new Set(['date', 'content-length', 'transfer-encoding', 'connection', 'keep-alive']);

async function ask(address: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ same: string; hasLength: boolean; etag?: string }>((resolve, reject) => {
    const sent = request(address, { headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        // Only ours says of a 304 what its page varies by.
        const vary = answer.headers.vary?.replace(/, Accept-Encoding$/, '');
        const kept = Object.entries({ ...answer.headers, vary }).filter(([name]) => !passing.has(name));
        const bytes = Buffer.concat(parts);
        const text = (
          answer.headers['content-encoding'] === 'gzip' && bytes.length > 0 ? gunzipSync(bytes) : bytes
        ).toString();
        const same = JSON.stringify([answer.statusCode, kept.sort(), text]);
        const etag = answer.headers.etag;
        resolve({ same, hasLength: answer.headers['content-length'] !== undefined, ...(etag && { etag }) });
      });
    });
    sent.on('error', reject).end();
  });
}

test('a page that lies ready is the page that the application sends, byte for byte and header for header', async ({
  baseURL,
}) => {
  const differing: string[] = [];
  const repeated = new Set<string>();
  let looked = 0;
  for (const page of pages) {
    const address = `${baseURL}${page}`;
    const { etag } = await ask(address, {});
    const variants = [...kinds, ...(etag ? [{ 'If-None-Match': etag }] : [])];
    for (const headers of variants)
      for (const method of ['GET', 'HEAD'])
        for (let round = 0; round < 2; round += 1) {
          // A cookie of nobody's leads past what lies ready.
          const made = await ask(address, { ...headers, Cookie: 'theme=dark' }, method);
          await ask(address, { 'Accept-Encoding': 'identity' });
          const answers = await Promise.all([1, 2].map(() => ask(address, headers, method)));
          for (const { same, hasLength } of answers) {
            looked += 1;
            if (hasLength) repeated.add(page);
            if (same !== made.same) differing.push(`${method} ${page} ${JSON.stringify(headers)}`);
          }
        }
  }
  expect([...new Set(differing)]).toEqual([]);
  expect(looked).toBeGreaterThan(400);
  expect(repeated.size).toBeGreaterThanOrEqual(11);
});
