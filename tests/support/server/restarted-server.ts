import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * How a stream of requests fared: answered, answered with a fault, refused or reset before a byte of an answer (and asked again,
 * as a browser or a proxy does), or lost. Whether a server had taken one that was reset, its own count of what it took tells.
 */
export type Fared = { answered: number; faults: number; refused: number; lost: string[] };

/**
 * Asks an address `rate` times a second, over connections that stay open and are opened again, until it is told to stop. What
 * nobody took is asked again; what is not answered whole is lost.
 */
export function steadyClient(address: string, rate: number) {
  const fared: Fared = { answered: 0, faults: 0, refused: 0, lost: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const under = new Set<Promise<void>>();
  let going = true;
  const ask = (): Promise<void> =>
    new Promise((resolve) => {
      const outgoing = request(address, { agent }, (answer) => {
        answer.resume();
        answer.once('end', () => {
          if (!answer.complete) fared.lost.push('cut short');
          else if ((answer.statusCode ?? 0) >= 500) fared.faults += 1;
          else fared.answered += 1;
          resolve();
        });
        answer.once('error', (error) => {
          fared.lost.push(`in the answer: ${error.message}`);
          resolve();
        });
      });
      outgoing.once('error', async (error: NodeJS.ErrnoException) => {
        if (!['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(error.code ?? ''))
          fared.lost.push(`${error.code}: ${error.message}`);
        else {
          fared.refused += 1;
          await wait(50);
          await ask();
        }
        resolve();
      });
      outgoing.end();
    });
  const beat = setInterval(() => {
    // A machine that is slower than the rate is asked as fast as it can answer.
    if (!going || under.size >= rate) return;
    const pending = ask().finally(() => under.delete(pending));
    under.add(pending);
  }, 1_000 / rate);
  return {
    fared,
    async stop(): Promise<Fared> {
      going = false;
      clearInterval(beat);
      await Promise.all(under);
      agent.destroy();
      return fared;
    },
  };
}
