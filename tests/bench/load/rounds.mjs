import { ask } from '../answer.mjs';
import { busy } from '../machine.mjs';
import { median } from '../statistics.mjs';
import { load, loader } from './loader.mjs';

/** What is measured in each encoding, where it is there. */
export const tables = [
  { encoding: 'identity', names: ['scorecard', 'bare', 'plain', 'nginx', 'proxied', 'known'] },
  { encoding: 'gzip', names: ['scorecard', 'bare', 'nginx', 'proxied', 'front', 'beside'] },
  { encoding: 'br', names: ['scorecard'] },
];
export const concurrencies = [1, 16];

/** In whole seconds for wrk. Many short rounds rather than a few long ones: the medians then bear a machine that others use as well. */
const lengths = {
  full: { warmUp: 3, rounds: 7, duration: loader === 'wrk' ? 1 : 1.3 },
  quick: { warmUp: 1, rounds: 3, duration: loader === 'wrk' ? 1 : 0.7 },
};

let words = '';

/**
 * Loads the servers in turn, a-b-c-d, a-b-c-d, so that whatever else the machine does falls on all alike; only one is
 * under load at a time. Answers one list of measurements, and what share of the machine others used between the rounds.
 */
export async function contend(contenders, { quick }) {
  const { warmUp, rounds, duration } = lengths[quick ? 'quick' : 'full'];
  const begin = new Map();
  for (const contender of contenders) begin.set(contender.name, await prepare(contender));
  const there = tables.map(({ encoding, names }) => ({ encoding, names: names.filter((name) => begin.has(name)) }));
  for (const { names, encoding } of there)
    for (const name of names) {
      words = `warming up ${name}`;
      await load(...begin.get(name)(encoding, { connections: 16, duration: warmUp }));
    }
  const measured = [];
  const pauses = [];
  for (let round = 1; round <= rounds; round += 1) {
    pauses.push(await busy());
    for (const { encoding, names } of there)
      for (const connections of concurrencies)
        for (const name of names) {
          words = `round ${round} of ${rounds}`;
          const found = await load(...begin.get(name)(encoding, { connections, duration }));
          measured.push({ encoding, connections, name, ...found });
        }
  }
  return { measured, rounds, duration, others: median(pauses) };
}

/** What the measuring is at. */
contend.progress = () => words;

/** Asks what the right answer is, and answers how to load this server so that a wrong one is noticed. */
async function prepare({ name, url, isKnown }) {
  // Asked for now: the page of a new record changes once more when its papers are made.
  const known = isKnown ? { 'if-none-match': (await ask(url, {})).headers.etag } : {};
  const right = {};
  for (const { encoding, names } of tables) {
    if (!names.includes(name)) continue;
    const headers = { 'accept-encoding': encoding, ...known };
    // The smallest form is made beside the requests: the first get the next best one.
    for (let n = 0; n < 40 && encoding === 'br'; n += 1) await ask(url, headers);
    const { status, body } = await ask(url, headers);
    if (status !== (isKnown ? 304 : 200)) throw new Error(`${url} answers ${status}.`);
    right[encoding] = { status, atLeast: Math.floor(body.length * 0.9) };
  }
  return (encoding, settings) => [
    url,
    { headers: { 'accept-encoding': encoding, ...known }, ...right[encoding], ...settings },
  ];
}

/** The ratios of two servers' requests a second in neighbouring rounds; none where one of them is not there. */
export function ratiosBetween({ measured }, { of: name, to, encoding, connections }) {
  const rates = (wanted) =>
    measured
      .filter((one) => one.name === wanted && one.encoding === encoding && one.connections === connections)
      .map(({ rate }) => rate);
  const other = rates(to);
  return rates(name).flatMap((rate, round) => (other[round] ? [rate / other[round]] : []));
}
