import { ask } from './answer.mjs';
import { load } from './load.mjs';
import { busy } from './machine.mjs';
import { median } from './statistics.mjs';

/** What is measured: every server with plain bytes, and the two Next servers again while they compress. */
export const tables = [
  { encoding: 'identity', names: ['scorecard', 'bare', 'plain', 'known'] },
  { encoding: 'gzip', names: ['scorecard', 'bare'] },
];
export const concurrencies = [1, 16];

/** In seconds. Many short rounds rather than a few long ones: the medians then bear a machine that others use as well. */
const lengths = {
  full: { warmUp: 3, rounds: 9, duration: 1.3 },
  quick: { warmUp: 1, rounds: 3, duration: 0.7 },
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
  for (const { names, encoding } of tables)
    for (const name of names) {
      words = `warming up ${name}`;
      await load(...begin.get(name)(encoding, { connections: 16, duration: warmUp }));
    }
  const measured = [];
  const pauses = [];
  for (let round = 1; round <= rounds; round += 1) {
    pauses.push(await busy());
    for (const { encoding, names } of tables)
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

/** Asks once what the right answer is, and answers how to load this server so that a wrong one is noticed. */
async function prepare({ url, etag }) {
  const known = etag ? { 'if-none-match': etag } : {};
  const right = {};
  for (const { encoding } of tables) {
    const { status, body } = await ask(url, { 'accept-encoding': encoding, ...known });
    if (status !== (etag ? 304 : 200)) throw new Error(`${url} answers ${status}.`);
    right[encoding] = { status, atLeast: body.length };
  }
  return (encoding, settings) => [
    url,
    { headers: { 'accept-encoding': encoding, ...known }, ...right[encoding], ...settings },
  ];
}
