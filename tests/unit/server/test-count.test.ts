import { expect, test } from 'vitest';
import { countCheck, countPlaywright, countUnable, countVitest } from '../../../scripts/set-up/test-count.mjs';

const file = (status: string, ...results: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: results.map((each, index) => ({
    status: each,
    fullName: `test ${index}`,
    failureMessages: each === 'failed' ? ['\u001b[31mAssertionError\u001b[39m: 1 is not 2\n  at a'] : [],
  })),
});
const spec = (title: string, status: string) => ({
  title,
  tests: [{ status, results: status === 'unexpected' ? [{ error: { message: 'Timeout' } }] : [] }],
});

test('Vitest: 2 passed and 1 failed are 2 passed, 1 failed, which is named with what it said', () => {
  const report = { testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] };
  expect(countVitest(report, 1)).toEqual({
    passed: 2,
    failed: 1,
    reasons: ['test 1\nAssertionError: 1 is not 2\n  at a'],
  });
});

test.each(['pending', 'skipped', 'todo', 'disabled'])(
  'Vitest: a test that is %s counts as failed, and is said',
  (status) => {
    const report = { testResults: [file('passed', 'passed', status)] };
    expect(countVitest(report, 0)).toEqual({ passed: 1, failed: 1, reasons: ['skipped: test 1'] });
  },
);

test('Vitest: a file that could not run counts as failed', () => {
  const report = { testResults: [file('failed'), file('passed', 'passed')] };
  expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1, reasons: ['a.test.ts could not run'] });
});

test('Playwright: tests in nested suites are counted, skipped and flaky ones as failed', () => {
  const report = {
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('one', 'expected'), spec('two', 'unexpected')],
        suites: [
          { title: 'inner', specs: [spec('three', 'skipped'), spec('four', 'flaky'), spec('five', 'expected')] },
        ],
      },
    ],
    errors: [],
  };
  expect(countPlaywright(report, 1)).toEqual({
    passed: 2,
    failed: 3,
    reasons: [
      'a.spec.ts › two\nTimeout',
      'skipped: a.spec.ts › inner › three',
      'passed only when tried again: a.spec.ts › inner › four',
    ],
  });
});

test('Playwright: an error outside the tests counts as failed', () => {
  const report = { suites: [], errors: [{ message: 'The server did not start\nat …' }] };
  expect(countPlaywright(report, 1)).toEqual({ passed: 0, failed: 1, reasons: ['The server did not start'] });
});

test.each([
  ['Vitest', countVitest, { testResults: [] }],
  ['Playwright', countPlaywright, { suites: [], errors: [] }],
])('%s: an empty suite, a missing report and a bad exit code are failures', (_, count, empty) => {
  expect(count(empty, 0)).toMatchObject({ failed: 1, reasons: ['no test ran'] });
  expect(count(null, 0)).toMatchObject({ failed: 1, reasons: ['the run left no report'] });
});

test('a run that ends badly although its tests passed is a failure', () => {
  expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('a check counts as one test', () => {
  expect(countCheck(0)).toMatchObject({ passed: 1, failed: 0 });
  expect(countCheck(2)).toMatchObject({ passed: 0, failed: 1 });
  expect(countUnable('No browser.')).toMatchObject({ passed: 0, failed: 1, reasons: ['No browser.'] });
});
