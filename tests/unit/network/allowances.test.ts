import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Allowances } from '@/lib/network/allowance-counter';

const rule = { most: 240, aSecond: 4, places: 100 };

test('240 at once, then the next when its time has come, and no other place waits for it', () => {
  const allowances = new Allowances(rule);
  for (let n = 0; n < 240; n += 1) expect(allowances.take('a', 0)).toBe(0);
  expect(allowances.take('a', 0)).toBe(1);
  expect(allowances.take('b', 0)).toBe(0);
  expect(allowances.take('a', 249)).toBe(1);
  expect(allowances.take('a', 250)).toBe(0);
  expect(allowances.take('a', 250)).toBe(1);
});

test('whoever asks four times a second or less never waits', () => {
  const pauses = fc.array(fc.integer({ min: 250, max: 5_000 }), { maxLength: 400 });
  fc.assert(
    fc.property(pauses, (each) => {
      const allowances = new Allowances(rule);
      let at = 0;
      for (const pause of each) {
        at += pause;
        expect(allowances.take('a', at)).toBe(0);
      }
    }),
  );
});

test('however a place asks, it gets no more than 240 and four for each second', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 300, maxLength: 900 }), (pauses) => {
      const allowances = new Allowances(rule);
      let [at, given] = [0, 0];
      for (const pause of pauses) {
        at += pause;
        if (allowances.take('a', at) === 0) given += 1;
      }
      expect(given).toBeLessThanOrEqual(240 + (at / 1_000) * 4);
    }),
  );
});

test('a hundred places are remembered, and the one that asked longest ago is forgotten', () => {
  const allowances = new Allowances(rule);
  for (let n = 0; n < 1_000; n += 1) allowances.take(`place ${n}`, n);
  expect(allowances.size).toBe(100);
});

test('every public page that compares, searches or looks back asks for an allowance before it is made', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)route\.tsx?$/.test(name),
  );
  const costly = routes.filter((name) => /\{ costly: /.test(readFileSync(`app/${name}`, 'utf8')));
  expect(costly.sort()).toEqual([
    '(public)/api/v1/measures/[code]/readings/route.ts',
    '(public)/api/v1/services/[service]/editions/[number]/measures/[code]/readings/route.ts',
    '(public)/committees/[committee]/route.tsx',
    '(public)/data/[file]/route.ts',
    '(public)/data/route.tsx',
    '(public)/measures/[code]/[file]/route.ts',
    '(public)/measures/[code]/route.tsx',
    '(public)/scorecards/[service]/changes/route.tsx',
    '(public)/scorecards/[service]/editions/[number]/[file]/route.ts',
    '(public)/scorecards/[service]/reds/route.tsx',
    '(public)/search/route.tsx',
  ]);
});

test('every page to which a one-time link leads counts the look and the sending of its form', () => {
  const folders = readdirSync('app/(staff)', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('[token]'),
  );
  expect(folders.sort()).toEqual(['invitation/[token]', 'set-up/[token]']);
  for (const folder of folders) {
    expect(readFileSync(`app/(staff)/${folder}/page.tsx`, 'utf8')).toContain('await allowLink();');
    expect(readFileSync(`app/(staff)/${folder}/actions.ts`, 'utf8')).toContain('await allowLinkForm();');
  }
});
