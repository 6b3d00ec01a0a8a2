import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rows = readFileSync('docs/statements.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| statement') && !line.startsWith('| ---'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('the table of statements has rows of five filled cells', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    expect(row, row.join('|')).toHaveLength(7);
    expect(row.slice(1, 6).every((cell) => cell !== '')).toBe(true);
  }
});

describe('each statement has its function and its test', () => {
  test.each(rows.map((row) => row.slice(1, 6)))('%s', (_, __, name = '', file = '', testFile = '') => {
    expect(existsSync(file), file).toBe(true);
    const source = readFileSync(file, 'utf8');
    expect(source).toMatch(new RegExp(`^export (function|const) ${name.replaceAll('`', '')}\\b`, 'm'));
    expect(testFile).toMatch(/^tests\/(unit|db|e2e)\/[\w-]+\/[\w-]+\.(test|spec)\.ts$/);
    expect(existsSync(testFile), testFile).toBe(true);
  });
});
