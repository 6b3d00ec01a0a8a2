import { loader } from './load/loader.mjs';
import { ratiosBetween } from './load/rounds.mjs';
import { median } from './statistics.mjs';

/** The most that a page's HTML may weigh, in bytes (a kB is a thousand). */
const limits = { raw: 60_000, gzip: 14_000 };
/** The same of the front page, be there as many services as there may. */
const frontLimit = 50_000;

/** A public page runs no script; that of a measure has one by which its charts are explored, this heavy at most (gzip). */
const scriptLimit = (path) => (path.startsWith('/measures/') ? 10_000 : 0);

/** Whether the front page of many services keeps to its limit. */
export const frontVerdict = ({ services, raw, made }) => ({
  pass: raw <= frontLimit,
  text: `front page of ${services} services: ${kB(raw)} raw of ${kB(frontLimit)}; first made in ${made.toFixed(0)} ms`,
});

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

/** What is asked of rates: one server's against another's, in an encoding, over so many connections. Source: docs/performance.md. */
const shares = [
  { of: 'scorecard', to: 'bare', encoding: 'gzip', connections: 16, least: 20 },
  { of: 'scorecard', to: 'bare', encoding: 'identity', connections: 16, least: 10 },
  { of: 'scorecard', to: 'nginx', encoding: 'gzip', connections: 16, least: 0.6 },
  { of: 'proxied', to: 'nginx', encoding: 'identity', connections: 16, least: 0.8 },
  { of: 'proxied', to: 'nginx', encoding: 'gzip', connections: 16, least: 0.55 },
  { of: 'proxied', to: 'nginx', encoding: 'identity', connections: 1, least: 0.9 },
  { of: 'front', to: 'beside', encoding: 'gzip', connections: 16, least: 0.8 },
];
/** What the loader itself would keep from showing: asked of the bare route where it is the limit. */
const leastByCannon = 0.8;

/** Whether each server reaches its share of another: the median of the ratios of neighbouring rounds. */
export function ratiosOf(speed) {
  return shares.flatMap(({ least: wanted, ...share }) => {
    const ratios = ratiosBetween(speed, share);
    if (ratios.length === 0) return [];
    const least = loader === 'wrk' ? wanted : Math.min(wanted, leastByCannon);
    const ratio = median(ratios);
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((one) => one.toFixed(2));
    const { of: name, to, encoding, connections } = share;
    return {
      pass: ratio >= least,
      text: `${name}/${to} ${ratio.toFixed(2)} of ${least} at ${connections} connections, ${encoding} (rounds ${low} to ${high})`,
    };
  });
}

/** The most that the application may take of the machine's memory, in MiB, before it has answered many and after. */
const mostMemory = { idle: 110, loaded: 300 };

/** Whether the application keeps to its memory. */
export const memoryVerdicts = (memory) =>
  Object.entries(mostMemory).map(([when, most]) => ({
    pass: memory[when] <= most,
    text: `memory ${when}: ${memory[when].toFixed(0)} MiB of ${most} (proportional set size)`,
  }));

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
