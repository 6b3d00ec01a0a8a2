import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const nginx = ['candour.conf', 'candour-headers.conf', 'candour-upstream.conf']
  .map((name) => readFileSync(`deploy/nginx/${name}`, 'utf8'))
  .join('\n');
const apache = readFileSync('deploy/apache.conf', 'utf8');
const haproxy = readFileSync('deploy/haproxy.cfg', 'utf8');
const caddy = readFileSync('deploy/Caddyfile', 'utf8');

/** A configuration without its comments. */
const bare = (text: string) => text.replaceAll(/^\s*#.*$/gm, '');

test.each([
  ['nginx', /"~(\S*candour-session=)" 1;/.exec(nginx)?.[1]],
  [
    'Apache',
    /SetEnvIf Cookie "(.*candour-session=)" no-cache\n\s+RequestHeader .*no-store.* env=no-cache/.exec(apache)?.[1],
  ],
])('%s passes its cache by for the session’s cookie, by either of its names, and for no other', (_, pattern = '-') => {
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
});

test('each of the others names both cookies, or has no cache', () => {
  expect([...haproxy.matchAll(/req\.cook\(([\w-]+)\)/g)].map(([, name]) => name)).toEqual([
    'candour-session',
    '__Host-candour-session',
  ]);
  expect(haproxy).toMatch(/cache-use candour unless/);
  expect(bare(caddy)).not.toMatch(/\bcache\b/);
  for (const line of ['proxy_cache_bypass $candour_session', 'proxy_no_cache $candour_session'])
    expect(nginx).toContain(line);
});

test('nobody compresses again what the portal compressed', () => {
  expect(bare(nginx)).toMatch(/\bgzip off;/);
  expect(bare(nginx)).not.toMatch(/\bgzip on\b|\bbrotli on\b|\bgunzip\b/);
  expect(bare(apache)).toMatch(/SetEnv no-gzip 1/);
  expect(bare(apache)).not.toMatch(/DEFLATE|BROTLI/);
  expect(bare(haproxy)).not.toMatch(/\bcompression\b/);
  expect(bare(caddy)).not.toMatch(/\bencode\b/);
  expect(caddy).toContain('compression off');
});

test('each keeps its connections to the portal, and lets go of them before the portal does', () => {
  for (const line of ['keepalive 32;', 'proxy_http_version 1.1;', 'proxy_set_header Connection "";'])
    expect(nginx).toContain(line);
  const served = readFileSync('scripts/server/serve.mjs', 'utf8');
  const portal = Number(/keepAliveTimeout: (\d+)_000/.exec(served)?.[1]);
  const seconds = [
    /keepalive_timeout (\d+)s;/.exec(nginx),
    /^\s*ProxyPass +"\/" .*\bttl=(\d+)\b/m.exec(apache),
    /http-reuse always[\s\S]*pool-purge-delay (\d+)s/.exec(haproxy),
    /keepalive (\d+)s/.exec(caddy),
  ].map((found) => Number(found?.[1]));
  for (const proxy of seconds) expect(proxy).toBeLessThan(portal - 5);
});

test('what shall not be kept is not: nothing old, nothing with a cookie', () => {
  expect(bare(nginx)).not.toMatch(/proxy_cache_use_stale|proxy_ignore_headers[^;]*(Set-Cookie|Cache-Control)/);
  expect(bare(nginx)).toContain('proxy_cache_lock on;');
  expect(haproxy).toMatch(/max-age 1$/m);
  expect(haproxy).toMatch(/cache-store candour .*Set-Cookie/);
});
