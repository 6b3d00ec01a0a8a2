import { concurrencies, tables } from './contest.mjs';
import { median } from './statistics.mjs';

/** The least share of the bare route handler's requests per second that the scorecard has to reach. */
const floor = 0.8;

/** The most that a page's HTML may weigh, in bytes (a kB is a thousand). */
const limits = { raw: 60_000, gzip: 14_000 };

/** A public page runs no script; that of a measure has one by which its charts are explored, this heavy at most (gzip). */
const scriptLimit = (path) => (path.startsWith('/measures/') ? 10_000 : 0);

/** Whether each page keeps to its limits. */
export function weightVerdicts(weights) {
  return weights.flatMap(({ path, kinds: { HTML, script } }) => [
    {
      pass: HTML.raw <= limits.raw && HTML.gzip <= limits.gzip,
      text: `${path}: HTML ${kB(HTML.raw)} raw of ${kB(limits.raw)}, ${kB(HTML.gzip)} gzip of ${kB(limits.gzip)}`,
    },
    scriptLimit(path) === 0
      ? {
          pass: script.raw === 0 && script.files.length === 0,
          text: `${path}: ${kB(script.raw)} of script, none allowed`,
        }
      : {
          pass: script.gzip <= scriptLimit(path),
          text: `${path}: script ${kB(script.gzip)} gzip of ${kB(scriptLimit(path))}`,
        },
  ]);
}

/** Whether the scorecard reaches its share of the bare route handler: the median of the ratios of neighbouring rounds. */
export function ratiosOf({ measured }) {
  return tables.flatMap(({ encoding }) =>
    concurrencies.map((connections) => {
      const rates = (name) =>
        measured
          .filter((one) => one.name === name && one.encoding === encoding && one.connections === connections)
          .map(({ rate }) => rate);
      const bare = rates('bare');
      const ratios = rates('scorecard').map((rate, round) => rate / bare[round]);
      const ratio = median(ratios);
      const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((share) => share.toFixed(2));
      return {
        pass: ratio >= floor,
        text: `a/b ${ratio.toFixed(3)} of ${floor.toFixed(2)} at concurrency ${connections}, ${encoding} (rounds ${low} to ${high})`,
      };
    }),
  );
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
