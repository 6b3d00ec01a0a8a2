import { stripVTControlCharacters } from 'node:util';

/** A suite in which every test passed, and at least one did: what npm test wants of each. */
const nothing = { passed: 0, failed: 0, reasons: [] };

/** Counts the JSON report of Vitest; a skipped test, a file that could not run and an empty suite count as failed. */
export function countVitest(report, exitCode) {
  const count = begin();
  for (const file of report?.testResults ?? []) {
    const before = count.failed;
    for (const { status, fullName, failureMessages } of file.assertionResults)
      tally(count, status, fullName, failureMessages?.[0]);
    if (file.status === 'failed' && count.failed === before) fail(count, `${file.name} could not run`);
  }
  return close(count, report, exitCode);
}

/** Counts the JSON report of Playwright in the same way; a test that passed only when tried again counts as failed. */
export function countPlaywright(report, exitCode) {
  const count = begin();
  const visit = (suite, titles) => {
    for (const spec of suite.specs ?? []) {
      const title = [...titles, spec.title].join(' › ');
      for (const test of spec.tests)
        tally(
          count,
          { expected: 'passed', unexpected: 'failed' }[test.status] ?? test.status,
          title,
          test.results?.at(-1)?.error?.message,
        );
    }
    for (const inner of suite.suites ?? []) visit(inner, [...titles, inner.title]);
  };
  for (const suite of report?.suites ?? []) visit(suite, [suite.title]);
  for (const error of report?.errors ?? []) fail(count, (error.message ?? 'an error outside the tests').split('\n')[0]);
  return close(count, report, exitCode);
}

/** A check that passes or fails as a whole counts as one test. */
export function countCheck(exitCode) {
  return exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** A suite that could not be run at all. */
export function countUnable(reason) {
  return { ...nothing, failed: 1, reasons: [reason] };
}

function begin() {
  return { passed: 0, failed: 0, reasons: [] };
}

function tally(count, status, title, message) {
  if (status === 'passed') count.passed += 1;
  else if (status === 'failed') fail(count, `${title}\n${beginning(message)}`);
  else fail(count, `${status === 'flaky' ? 'passed only when tried again' : 'skipped'}: ${title}`);
}

function fail(count, reason) {
  count.failed += 1;
  count.reasons.push(reason);
}

/** The first lines of what a failed test printed: whoever has only the summary can begin with them. */
function beginning(message = 'it left no message') {
  return stripVTControlCharacters(message).split('\n').slice(0, 8).join('\n').slice(0, 1_000);
}

function close(count, report, exitCode) {
  if (!report) fail(count, 'the run left no report');
  else if (count.passed + count.failed === 0) fail(count, 'no test ran');
  else if (exitCode !== 0 && count.failed === 0)
    fail(count, `the tests passed, but the run ended with exit code ${exitCode}`);
  return count;
}
