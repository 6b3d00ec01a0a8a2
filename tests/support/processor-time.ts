import { existsSync, readFileSync } from 'node:fs';

/** What Linux keeps of the thread that asks: nanoseconds on a processor, first of three numbers. Source: Linux, Documentation/scheduler/sched-stats.rst, "/proc/<pid>/schedstat". */
const ofThisThread = '/proc/thread-self/schedstat';

/**
 * Milliseconds of the processor that this thread has had. A file of rules shares its process with
 * another one, whose time the process counts as well; it is all there is where no thread is counted.
 */
const processorSoFar = (): number => {
  if (existsSync(ofThisThread)) return Number(readFileSync(ofThisThread, 'utf8').split(' ')[0]) / 1_000_000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** How many milliseconds of the processor a piece of work takes: what the machine does besides does not count. */
export function processorTime(work: () => unknown): number {
  const before = processorSoFar();
  work();
  return processorSoFar() - before;
}

/** The same of work that waits in between, beside what it answers. */
export async function answerAndTime<Answer>(work: () => Promise<Answer>): Promise<[Answer, number]> {
  const before = processorSoFar();
  const answer = await work();
  return [answer, processorSoFar() - before];
}
