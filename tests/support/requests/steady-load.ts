import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export type Answer = { at: number; took: number; status: number };
type Ask = () => Promise<number>;

/** Asks for one thing after the other over so many lines for some milliseconds; how many a second were answered. */
export async function capacityOf(asks: Ask[], lines: number, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let answered = 0;
  const line = async (n: number) => {
    for (let i = n; performance.now() < end; i += 1) {
      await asks[i % asks.length]?.();
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: lines }, (_, n) => line(n)));
  return (answered * 1000) / milliseconds;
}

/** Asks `rate` times a second, whatever comes of it, for so many minutes; each answer with its second and its time in milliseconds. */
export async function steadyLoad(asks: Ask[], rate: number, minutes: number): Promise<Answer[]> {
  const start = performance.now();
  const answers: Answer[] = [];
  const open = new Set<Promise<void>>();
  for (let n = 0; performance.now() - start < minutes * 60_000; n += 1) {
    const due = start + (n * 1000) / rate;
    if (due > performance.now()) await wait(due - performance.now());
    const ask = asks[n % asks.length] as Ask;
    const pending = (async () => {
      const begun = performance.now();
      const status = await ask().catch(() => 0);
      answers.push({ at: (begun - start) / 1000, took: performance.now() - begun, status });
    })().finally(() => open.delete(pending));
    open.add(pending);
  }
  await Promise.all(open);
  return answers;
}

/** What a process holds in memory, in MiB. */
export const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** How much something grows in a minute: the slope of the straight line that fits the points best. */
export function slope(points: { minute: number; value: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ minute }) => minute)), mean(points.map(({ value }) => value))];
  const above = points.reduce((sum, { minute, value }) => sum + (minute - x) * (value - y), 0);
  return above / points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
}
