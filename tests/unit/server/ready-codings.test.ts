import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { codedBody, codingsIn } from '../../../scripts/server/ready-pages/codings.mjs';

const page = () => Buffer.from(`<!DOCTYPE html>${'<p>A scorecard of its own.</p>'.repeat(2_000)}`);
const both = { gzip: true, br: true };

test.each([
  ['gzip, deflate, br, zstd', { gzip: true, br: true }],
  ['GZIP', { gzip: true, br: false }],
  ['br', { gzip: false, br: true }],
  ['', { gzip: false, br: false }],
  ['identity', { gzip: false, br: false }],
  ['deflate', null],
  ['*', null],
  ['gzip;q=0.5, br', null],
])('who accepts “%s”', (header, codings) => {
  expect(codingsIn(header)).toEqual(codings);
  expect(codingsIn(header)).toEqual(codings);
});

test('gzip goes out until brotli is there, which is made beside the requests; each is made once', async () => {
  const body = page();
  const first = codedBody(body, both);
  expect([first.coding, gunzipSync(first.bytes).equals(body)]).toEqual(['gzip', true]);
  expect(codedBody(body, both).bytes).toBe(first.bytes);
  await vi.waitFor(() => expect(codedBody(body, both).coding).toBe('br'));
  const small = codedBody(body, both);
  expect(brotliDecompressSync(small.bytes).equals(body)).toBe(true);
  expect(small.bytes.length).toBeLessThan(first.bytes.length);
  expect(codedBody(body, both).bytes).toBe(small.bytes);
  expect(codedBody(body, { gzip: true, br: false }).bytes).toBe(first.bytes);
});

test('a long body is compressed beside the requests by gzip too, and goes out plain until then', async () => {
  const body = Buffer.concat(Array.from({ length: 10 }, page));
  const first = codedBody(body, { gzip: true, br: false });
  expect([first.coding, first.bytes === body]).toEqual([null, true]);
  await vi.waitFor(() => expect(codedBody(body, { gzip: true, br: false }).coding).toBe('gzip'));
});

test('who takes brotli alone gets plain bytes until it is there', async () => {
  const body = page();
  expect(codedBody(body, { gzip: false, br: true }).coding).toBeNull();
  await vi.waitFor(() => expect(codedBody(body, { gzip: false, br: true }).coding).toBe('br'));
});
