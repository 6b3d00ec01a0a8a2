import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeCsv } from '@/lib/workbook/csv-writing';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { compiled } from '../../scripts/program/compiled.mjs';
import { foreignFiles, largeFiles } from '../support/workbook/hostile-files';

type Outcome = { seconds: number; megabytes: number; stretchMs: number; refused: string | null; cells: number };

const folder = mkdtempSync('/var/tmp/candour-workbook-');
const temporary = path.join(folder, 'tmp');
mkdirSync(temporary);
const figures: string[] = [];
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(figures.join('\n'));
});

/** A process that needs more than this ends, so that a memory that is not given back between readings ends it too. */
const heap = '--max-old-space-size=192';

/** Reads a file in a process of its own, whose temporary folder is looked at after. */
function readApart(title: string, bytes: Uint8Array, name: string, times: number): Outcome {
  const file = path.join(folder, 'file');
  writeFileSync(file, bytes);
  const words = [heap, ...compiled('tests/support/workbook/reading-worker.ts'), file, name, String(times)];
  const output = execFileSync(process.execPath, words, {
    env: { ...process.env, TMPDIR: temporary },
    encoding: 'utf8',
  });
  const outcome = JSON.parse(output) as Outcome;
  const { seconds, megabytes, stretchMs } = outcome;
  figures.push(
    `${title}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${stretchMs.toFixed(0)} ms at a stretch (99%)`,
  );
  expect(readdirSync(temporary)).toEqual([]);
  return outcome;
}

describe('twenty times each, within ten seconds and 256 MB, and nothing is left', () => {
  test.each([...largeFiles(1), ...foreignFiles])('$title', ({ title, make, name = 'a.xlsx', sentence }) => {
    const { seconds, megabytes, stretchMs, refused } = readApart(title, make(), name, 20);
    expect(refused).toMatch(sentence);
    expect(seconds).toBeLessThan(10);
    expect(megabytes).toBeLessThan(256);
    expect(stretchMs).toBeLessThan(50);
  });
});

const figure = (row: number, column: number) => ((row * 7919 + column * 104_729) % 100_000) / 100;
const row = (index: number, words: number, numbers: number) => [
  ...Array.from({ length: words }, (_, column) => `Words ${index} and ${column}`),
  ...Array.from({ length: numbers }, (_, column) => figure(index, column)),
];
const sheetOf = (rows: number, words: number, numbers: number) =>
  Array.from({ length: rows + 1 }, (_, index) => row(index, words, numbers));

describe('a council of 1,200 measures and 30 months', () => {
  test.each([
    ['wide, 1,200 rows of 36 columns', sheetOf(1_200, 6, 30), 5],
    ['long, 36,000 rows of 10 columns', sheetOf(36_000, 5, 5), 5],
    ['as much as is allowed, 100,000 rows of 10 columns', sheetOf(99_998, 3, 7), 2],
  ])('%s', async (title, rows, times) => {
    const cells = rows.length * (rows[0]?.length ?? 0);
    for (const [name, bytes] of [
      ['a.xlsx', await writeWorkbook([{ name: 'Measures', rows }])],
      ['a.csv', await writeCsv(rows)],
    ] as const) {
      const outcome = readApart(`${title}, ${name}, ${(bytes.length / 1e6).toFixed(1)} MB`, bytes, name, times);
      expect(outcome).toMatchObject({ refused: null, cells });
      expect(outcome.seconds).toBeLessThan(20);
      expect(outcome.megabytes).toBeLessThan(256);
      expect(outcome.stretchMs).toBeLessThan(50);
    }
  });
});
