import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { proofreadCommand } from '../../../scripts/proofread/proofread-command';
import { answerAndTime } from '../../support/processor-time';

const folder = mkdtempSync(path.join(tmpdir(), 'candour-proofread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Runs the command as npm does once the packages are there, in an environment without a database; answers what it printed and its
 * exit code.
 */
const run = (...words: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' } as const;
    const command = [...compiled('scripts/proofread/proofread.ts'), ...words];
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });

/** A file of the test's own. */
function kept(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const report = 'tests/fixtures/commentary/fenwater-report.txt';
const clean =
  'Ref,Measure,Unit,Good is,2017/18 outturn,Target 2018/19,Jul 2018,Comments\n' +
  'E1,Household waste recycled,%,higher,44,45,46,"So far 46% was recycled, up from 44% in 2017/18."\n';

test('the command prints what it found, and ends with 1 where something must be mended and 0 where nothing must', {
  timeout: 120_000,
}, async () => {
  const [faulty, good] = await Promise.all([
    run(report, '--on', '17 August 2018'),
    run(kept('good.csv', clean), '--on', '17 August 2018'),
  ]);
  expect(faulty?.output).toContain('B2  “190 out of 171” has the two numbers the other way round');
  expect(faulty?.output).toMatch(/Seven rows read: .* to mend before publication, .*\.\n$/);
  expect(faulty?.code).toBe(1);
  expect(good).toEqual({
    code: 0,
    output:
      'One row read: no faults to mend before publication, no warnings to look at, one row with nothing to say.\n',
  });
});

const answer = (...words: string[]) => proofreadCommand(words, new Date('2018-08-17T12:00:00Z'));

test('what cannot be read is 2, with a sentence', async () => {
  const unreadable = await Promise.all([
    answer(path.join(folder, 'nowhere.csv')),
    answer(folder),
    answer(kept('picture.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex'))),
    answer(kept('empty.csv', '')),
    answer(kept('prose.txt', 'Nothing here has a figure.')),
    answer(kept('long.csv', `Measure,Unit,Jul 2018,Comments\n"Bins",%,5,"${'1 of '.repeat(20_000)}"\n`)),
    answer(kept('names.csv', 'Name,E-mail\nOlive,olive@council.example\n')),
    answer(report, '--on', 'yesterday'),
    answer(report, '--answers', kept('answers.json', '[1]')),
    answer(report, 'more.csv'),
  ]);
  expect(unreadable.map(({ code }) => code)).toEqual(unreadable.map(() => 2));
  expect(unreadable.map(({ lines }) => lines.at(-1))).toEqual([
    expect.stringMatching(/^There is no file “.*nowhere\.csv” that can be read here\.$/),
    expect.stringMatching(/^There is no file “/),
    expect.stringContaining('This file is a picture.'),
    expect.stringContaining('This file is empty.'),
    expect.stringContaining('No measure was found in this text'),
    expect.stringContaining('a cell has more than 32,767 characters'),
    expect.stringContaining('No row with a measure, a period and words or a figure was found'),
    expect.stringContaining('“yesterday” is not a date we can read'),
    expect.stringContaining('no JSON file of names and choices'),
    expect.stringContaining('npm run proofread -- FILE'),
  ]);
});

test('hostile words are read in a moment, and shown as harmless ones', async () => {
  const rows = [
    '1 of '.repeat(6_000),
    '('.repeat(30_000),
    'A'.repeat(30_000),
    `<script>alert(1)</script> ${'\u202e9\u202c '.repeat(3_000)}`,
    '=HYPERLINK("http://x")',
    '1,'.repeat(15_000),
  ].map((words, n) => `"M${n}",%,${n},"${words.replaceAll('"', '""')}"`);
  const file = kept('hostile.csv', `Measure,Unit,Jul 2018,Comments\n${rows.join('\n')}\n`);
  const [{ lines, code }, took] = await answerAndTime(() => answer(file));
  expect(took).toBeLessThan(8_000);
  expect([0, 1]).toContain(code);
  expect(lines.join('\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(800);
});
