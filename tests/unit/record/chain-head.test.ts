import { expect, test } from 'vitest';
import { parse } from '@/app/_server/server-settings';
import { headsTrouble } from '@/lib/record/chain-head';

const now = '2026-11-28T12:00:00Z';
test.each([
  ['has begun', null, null, null],
  ['left this morning', '2026-11-28T02:17:00Z', 'completed', null],
  ['left this morning, and is on its way again', '2026-11-28T02:17:00Z', 'active', null],
  ['left 26 hours ago', '2026-11-27T10:00:00Z', 'created', null],
  ['left longer ago', '2026-11-27T09:59:59Z', 'created', 'They last did on 2026-11-27T09:59:59.000Z.'],
  ['failed and is tried again', '2026-11-28T02:17:00Z', 'retry', 'They last did on 2026-11-28T02:17:00.000Z.'],
  ['failed for good, and never left', null, 'failed', 'They never have.'],
])('what %s', (_, last, state, ending) => {
  const sentence = headsTrouble({ last, state }, now);
  expect(sentence).toBe(ending === null ? null : `The heads of the record do not leave this machine. ${ending}`);
});

test.each([
  'https://archive.council.gov.uk/candour',
  'http://localhost:8080/heads',
  'http://127.0.0.1:8080/heads',
  'http://[::1]:8080/heads',
])('heads may go to %s', (url) => expect(parse({ CANDOUR_HEADS_URL: url }).heads.url).toBe(url));

test.each([
  'http://archive.council.gov.uk/candour',
  'http://localhost.elsewhere.example/',
  'https://name:word@archive.council.gov.uk/',
  'ftp://archive.council.gov.uk/',
  'file:///etc/passwd',
  'archive',
])('and not to %s', (url) => {
  expect(() => parse({ CANDOUR_HEADS_URL: url })).toThrow('CANDOUR_HEADS_URL must be an https address');
});

test('a file is named by its whole path', () => {
  expect(parse({ CANDOUR_HEADS_FILE: '/mnt/away/heads' }).heads.file).toBe('/mnt/away/heads');
  expect(() => parse({ CANDOUR_HEADS_FILE: 'heads' })).toThrow('CANDOUR_HEADS_FILE must be a whole path');
  expect(parse({}).heads).toEqual({ file: null, url: null, token: null });
});
