import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { files } from '../../support/reference/source-imports';

type Line = {
  msg: string;
  request?: string;
  error?: { message: string; digest?: string; cause?: { message: string } };
};

/** What a process logs whose requests meet faults. */
function linesLogged(): { output: string; lines: Line[] } {
  const program = compiled('tests/support/server/log-worker.ts');
  const { stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  return {
    output: stdout + stderr,
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test('each line of a request has its number, a line outside of one has none, and no line has a value, a secret or what was asked', () => {
  const { output, lines } = linesLogged();
  expect(lines).toHaveLength(7);
  expect(lines.slice(0, 6).map(({ request }) => request)).toEqual(Array(6).fill('k7p2m-9mxq4'));
  expect(lines[6]).not.toHaveProperty('request');
  expect(output.match(/olive/gi)).toBeNull();
  // Where and why still stand there.
  expect(lines[0]?.error?.message).toBe('Failed query: select 1 where email = $1');
  expect(lines[0]?.error?.cause?.message).toBe('invalid input syntax for type date: "…"');
});

test('what the framework prints of a fault is a line of the log, with the number that its page says', () => {
  const { lines } = linesLogged();
  expect(lines[4]?.error?.digest).toBe('1234567');
  expect(lines[5]?.msg).toBe('⨯ Failed query: select 1 where email = $1');
});

/** What a line may say beside its words: none of these names, quotes or describes a person, or repeats what was typed. */
const fields = new Set([
  'error',
  'announcement',
  'edition',
  'why',
  'chains',
  'file',
  'audit',
  'address',
  'code',
  'personId',
  'kind',
  '...name',
]);

test('the application logs fields of this list alone', () => {
  const calls = files('app').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\blog(?:\.\w+|\[[^\]]+\])\(\s*\{([^}]*)\}/g)].map(([, given = '']) => ({
      file,
      given,
    })),
  );
  expect(calls.length).toBeGreaterThan(18);
  const names = calls.flatMap(({ file, given }) =>
    given.split(',').map((part) => ({ file, name: part.split(':')[0]?.trim() ?? '' })),
  );
  expect(names.filter(({ name }) => name !== '' && !fields.has(name))).toEqual([]);
});
