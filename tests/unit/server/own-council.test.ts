import { expect, test } from 'vitest';
import { extentOf, extents } from '@/db/demo/extent';
import { contradictionOf, wantsDemonstration } from '../../../scripts/set-up/ready-database.mjs';

const env = (settings: Record<string, string> = {}): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...settings });

test('our own database is the demonstration’s unless CANDOUR_DEMO is off; that of a council never is', () => {
  expect(wantsDemonstration(env())).toBe(true);
  expect(wantsDemonstration(env({ CANDOUR_DEMO: '' }))).toBe(true);
  for (const extent of extents) expect(wantsDemonstration(env({ CANDOUR_DEMO: extent }))).toBe(true);
  expect(wantsDemonstration(env({ CANDOUR_DEMO: 'off' }))).toBe(false);
  expect(wantsDemonstration(env({ DATABASE_URL: 'postgres:///council' }))).toBe(false);
  expect(() => wantsDemonstration(env({ CANDOUR_DEMO: 'no' }))).toThrow(
    'CANDOUR_DEMO can be living, founding or off, or left out.',
  );
});

test('neither a council of one’s own nor the demonstration is served as the other', () => {
  const [own, demonstration] = [{ demonstration: null }, { demonstration: 'The people are invented.' }];
  expect([contradictionOf(undefined, true), contradictionOf(undefined, false)]).toEqual([null, null]);
  expect([contradictionOf(own, false), contradictionOf(demonstration, true)]).toEqual([null, null]);
  expect(contradictionOf(own, true)).toMatch(/^This database holds a council of your own/);
  expect(contradictionOf(demonstration, false)).toMatch(/^This database holds the demonstration/);
});

test('the demonstration has lived its year, unless the founding report alone is asked for', () => {
  expect([undefined, '', 'living', 'founding'].map(extentOf)).toEqual(['living', 'living', 'living', 'founding']);
});
