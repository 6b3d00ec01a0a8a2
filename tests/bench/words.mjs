import { compiled } from '../../scripts/program/compiled.mjs';
import { run } from '../../scripts/program/program.mjs';
import { median } from './statistics.mjs';

/** The most that the checks of a service's words may take, in milliseconds, so that they can run while somebody types. */
const ceiling = 50;

/** Checks the words of a service of 50 measures again and again; answers the first time and the median, in milliseconds. */
export async function checkWords() {
  const options = compiled('tests/bench/fifty-measures.ts');
  const { code, output } = await run(process.execPath, options);
  if (code !== 0) throw new Error(`The words could not be checked.\n${output.trim()}`);
  const times = output.trim().split('\n').map(Number);
  return { first: times[0], usual: median(times.slice(5)) };
}

/** Whether the words of 50 measures are checked while somebody types. */
export function wordsVerdict({ first, usual }) {
  return {
    pass: usual <= ceiling,
    text:
      `the words of a service of 50 measures are checked in ${usual.toFixed(1)} ms of at most ${ceiling} ` +
      `(${first.toFixed(0)} ms the first time)`,
  };
}
