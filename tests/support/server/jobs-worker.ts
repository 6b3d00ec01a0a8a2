import { startJobs } from '@/app/_server/jobs';

// node … jobs-worker.ts <milliseconds>: a server's part in the jobs and nothing else, by a clock that is so far ahead.
const ahead = Number(process.argv[2] ?? 0);
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [Real.now() + ahead] : parts) as []));
  }
  static override now = () => Real.now() + ahead;
} as DateConstructor;
startJobs();
