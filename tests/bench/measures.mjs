import { script } from '../../scripts/set-up/ready-database.mjs';
import { ask } from './answer.mjs';
import { median } from './statistics.mjs';

/** How many measures of each length there are, and the address of their service. */
export const pairs = 15;
export const slug = 'fifty-years-of-readings';
/** The most that the page of fifty years may cost against that of two. */
const ceiling = 1.25;

/** Puts the measures into a record that nobody serves yet. */
export const makeMeasures = (env) => script('../tests/bench/long-measures', env);

/** Opens the page of each measure for the first time, fifty years and two in turn; answers the medians in milliseconds. */
export async function openEveryMeasure(application) {
  const open = async (code) => {
    const begin = performance.now();
    const { status } = await ask(`${application}/measures/${code}`);
    if (status !== 200) throw new Error(`${code} answers ${status}.`);
    return performance.now() - begin;
  };
  // The first pages of a process pay for its warming up.
  for (const code of ['hwy-01', 'hwy-02', 'hwy-03', 'hwy-11', 'csc-01', 'csc-02', 'csc-07', 'csc-08']) await open(code);
  const [long, short] = [[], []];
  for (let n = 1; n <= pairs; n += 1) {
    const name = String(n).padStart(2, '0');
    long.push(await open(`long-${name}`));
    short.push(await open(`short-${name}`));
  }
  return { long: median(long), short: median(short) };
}

/** Whether fifty years open as fast as two. */
export function measuresVerdict({ long, short }) {
  const ratio = long / short;
  return {
    pass: ratio <= ceiling,
    text:
      `the page of a measure of fifty years of months opens in ${long.toFixed(1)} ms, of two years in ${short.toFixed(1)} ms: ` +
      `${ratio.toFixed(2)} of at most ${ceiling}`,
  };
}
