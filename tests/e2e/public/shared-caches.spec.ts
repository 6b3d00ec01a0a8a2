import { type Disguise, dressed } from '../../support/attack/disguises';
import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { rawRequest } from '../../support/requests/raw-request';

const card = '/scorecards/childrens-social-care';
const cheap = [
  '/',
  card,
  `${card}/2018-08-17`,
  `${card}?show=red`,
  `${card}/editions`,
  `${card}/revisions`,
  `${card}/feed.xml`,
  '/measures/csc-01',
  '/committees',
  '/feed.xml',
  '/calendar',
  '/how-to-read',
  '/glossary',
  '/accessibility',
  '/nowhere',
  '/icon.svg',
  '/favicon.ico',
  '/robots.txt',
  '/sitemap.xml',
  '/data/columns',
  `${card}/editions/1/data.json`,
  '/measures/csc-01/embed',
  '/api/v1/services',
  '/assets/candour.css',
  '/assets/fonts/public-sans-latin.woff2',
  '/readyz',
];
/** Asked a few times only: what they cost is counted, for everybody on this machine together. */
const costly = [`${card}/reds`, '/search?q=salt', '/measures/csc-01?show=all', '/measures/csc-01/data.csv', '/data'];
const staff = [
  '/sign-in',
  '/account',
  '/work',
  '/overview',
  '/services/childrens-social-care',
  '/api/auth/session',
  '/api/auth/csrf',
  '/invitation/abc',
];

const evil = 'poison.example';
/** What a cache does not know an answer by, and a server might put into it. */
const unkeyed: Record<string, string>[] = [
  ...['x-forwarded-host', 'x-host', 'x-forwarded-server', 'x-original-host', 'x-http-host-override', 'origin'].map(
    (name) => ({ [name]: evil }),
  ),
  ...['x-forwarded-proto', 'x-forwarded-scheme', 'x-scheme'].map((name) => ({ [name]: 'gopher' })),
  ...['x-forwarded-prefix', 'x-forwarded-path', 'x-original-uri'].map((name) => ({ [name]: `/${evil}` })),
  { forwarded: `for=1.2.3.4;host=${evil};proto=gopher` },
  { 'x-forwarded-port': '666' },
  { 'true-client-ip': '1.2.3.4', 'cf-connecting-ip': '1.2.3.4', 'x-client-ip': '1.2.3.4' },
  { referer: `https://${evil}/` },
  { 'user-agent': evil },
  { 'accept-language': 'cy' },
  { accept: 'application/json' },
  { 'x-candour-nonsense': evil },
  { 'content-security-policy': `script-src ${evil}`, 'x-nonce': evil },
];
const token = 'd'.repeat(43);
const cookies = [
  `candour-session=${token}`,
  'candour-session=; candour-device=x',
  `candour-session=${'%00'.repeat(30)}`,
  `__Host-candour-session=${token}`,
  `authjs.session-token=${token}; next-auth.session-token=${token}; __Secure-authjs.session-token=${token}`,
  `authjs.csrf-token=${token}; authjs.callback-url=https://${evil}`,
  `candour-device=${token}; candour-invitation=${token}`,
];

const lasts = (caching: string | undefined) => /public|s-maxage|max-age=[1-9]/.test(caching ?? '');
type Answer = Awaited<ReturnType<typeof rawRequest>>;
/** What a shared cache would keep of an answer, in full; null where it may keep nothing. */
const kept = ({ status, headers, body }: Answer): string | null =>
  lasts(headers['cache-control']) ? JSON.stringify([status, headers['content-type'], headers.location, body]) : null;

async function walk(address: string, disguises: Disguise[], wrong: string[]): Promise<number> {
  let looked = 0;
  const plain = new Map<string, string | null>();
  for (const each of disguises) {
    const known = plain.get(each.path) ?? kept(await rawRequest(address, { path: each.path }));
    plain.set(each.path, known);
    const answer = await rawRequest(address, each);
    looked += 1;
    const words = JSON.stringify(each);
    if (answer.headers['set-cookie'] && lasts(answer.headers['cache-control'])) wrong.push(`cookie for all: ${words}`);
    const now = kept(answer);
    if (now === null) continue;
    if (`${JSON.stringify(answer.headers)}${answer.body}`.includes(evil)) wrong.push(`reflected: ${words}`);
    // What was published meanwhile is told apart from what a header did.
    if (now !== known && now !== kept(await rawRequest(address, { path: each.path }))) wrong.push(`changed: ${words}`);
  }
  return looked;
}

test('whatever a request carries, no answer sets a cookie that may be shared, and what may be kept is the same for all', async ({
  browser,
  baseURL,
}) => {
  const address = baseURL as string;
  const olive = await arrive(browser, address, 'Olive');
  const own = (await olive.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await olive.context().close();
  const carried = (path: string) => [...unkeyed, ...[...cookies, own].map((Cookie) => ({ Cookie })), ...dressed(path)];
  const wrong: string[] = [];
  const all = (path: string) => carried(path).map((headers) => ({ path, headers }));
  const some = (path: string) => [
    { path, headers: { Cookie: own } },
    { path, headers: unkeyed[0] ?? {} },
  ];
  const looked = await Promise.all([
    // The first of them with everything, each other one with a third of it.
    ...cheap.map((path, at) => walk(address, at < 4 ? all(path) : all(path).filter((_, n) => n % 3 === at % 3), wrong)),
    ...costly.map((path) => walk(address, some(path), wrong)),
    ...staff.map((path) => walk(address, [...all(path).filter((_, n) => n % 3 === 0), ...some(path)], wrong)),
  ]);
  expect(carried('/').length).toBeGreaterThanOrEqual(40);
  expect(looked.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});
