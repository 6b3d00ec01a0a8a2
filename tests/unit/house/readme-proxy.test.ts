import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const operations = readFileSync('docs/operations.md', 'utf8');

test('the proxy of the operations document passes its cache by for the session’s cookie, by either of its names, and for no other', () => {
  const [, pattern = ''] = /"~(\S*candour-session=)" 1;/.exec(operations) ?? [];
  const passes = new RegExp(pattern);
  for (const cookies of [
    'candour-session=x',
    '__Host-candour-session=x',
    'a=1; candour-session=x',
    'a=1;candour-session=x',
  ])
    expect(passes.test(cookies), cookies).toBe(true);
  for (const cookies of ['', 'a=1', 'candour-device=x', 'not-candour-session=x', 'candour-sessions=x'])
    expect(passes.test(cookies), cookies).toBe(false);
  for (const line of ['proxy_cache_bypass $candour_session;', 'proxy_no_cache $candour_session;'])
    expect(operations).toContain(line);
});
