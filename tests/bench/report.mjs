import { loader } from './load/loader.mjs';
import { concurrencies, tables } from './load/rounds.mjs';
import { median } from './statistics.mjs';

const wholeNumbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const row = (label, cells, note = '') =>
  console.log(`  ${label.padEnd(40)}${cells.map((cell) => cell.padStart(10)).join('')}  ${note}`.trimEnd());
const title = (text) => console.log(`\n${text}`);

/** Prints what a first visit to each page costs, in bytes. */
export function printWeights(weights) {
  for (const { path, kinds } of weights) {
    title(`Weight of ${path} (bytes)`);
    row('', ['raw', 'gzip']);
    for (const [kind, { raw, gzip, files }] of Object.entries(kinds)) {
      if (kind === 'pictures' && files.length === 0) continue;
      row(kind, [wholeNumbers.format(raw), wholeNumbers.format(gzip)], kind === 'HTML' ? '' : files.join(' '));
    }
  }
}

/** Prints requests per second and times in milliseconds, the medians over the rounds, and by what was loaded. */
export function printSpeed(contenders, { measured, rounds, duration }) {
  for (const { encoding, names } of tables) {
    title(
      `Speed by ${loader}, accept-encoding: ${encoding} (medians of ${rounds} interleaved rounds of ${duration} s; times in ms)`,
    );
    row(
      '',
      concurrencies.flatMap((connections) => [`c=${connections} /s`, 'p50', 'p99']),
    );
    for (const { name, label } of contenders.filter((one) => names.includes(one.name))) {
      const cells = concurrencies.flatMap((connections) => {
        const mine = measured.filter(
          (one) => one.name === name && one.encoding === encoding && one.connections === connections,
        );
        const middle = (what) => median(mine.map((one) => one[what]));
        return [wholeNumbers.format(middle('rate')), middle('p50').toFixed(2), middle('p99').toFixed(2)];
      });
      row(label, cells);
    }
  }
}

/** Prints what the machine did besides, then each verdict; answers the exit code. */
export function printVerdicts(verdicts, { load, others, cores }) {
  title(`The machine: ${cores} cores, Node ${process.versions.node}, load average ${load.toFixed(2)} at the start,`);
  console.log(`  others used ${Math.round(others * 100)}% of it in the pauses between the rounds.`);
  if (others > 0.15 || load > cores / 2)
    console.log(
      '  It was not quiet. The ratios bear that better than the speeds; run it again before drawing conclusions.',
    );
  console.log('');
  for (const { pass, text } of verdicts) console.log(`${pass ? 'PASS' : 'FAIL'}  ${text}`);
  return verdicts.every(({ pass }) => pass) ? 0 : 1;
}
