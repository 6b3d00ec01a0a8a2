import { type LaidHistory, layHistory } from '@/db/commands/elsewhere/lay-history';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import type { Planned, Task } from '@/lib/bring-in/plan/row/planned';
import type { PlanRow } from '@/lib/bring-in/plan-row-shape';
import { Refused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import { measuresOf, type ReadingTask, submitAll, writeReadings } from './apply-readings';
import { doTask, type FrameworkTask, joined } from './apply-tasks';
import type { Progress } from './plan-kept';
import { breathe } from './turns';

type File = { id: number; fileName: string; sha256: string; submits: boolean };
type Doing = { tx: Transaction; acting: Acting; who: Person; file: File };
type HistoryTask = Extract<Task, { step: 'lay_history' }>;

/** Does everything that is planned, in its order; answers the rows of readings that stay drafts although they were to be submitted. */
export async function doPlanned(doing: Doing, planned: Planned[], progress: Progress): Promise<PlanRow[]> {
  const { tx, acting, who, file } = doing;
  const tasks = planned.flatMap(({ task }) => (task ? [task] : []));
  const history = tasks.filter((task): task is HistoryTask => task.step === 'lay_history');
  const writing = planned.filter(
    (each): each is Planned & { task: ReadingTask } => each.task?.step === 'write_reading',
  );
  const framework = joined(
    tasks.filter((task): task is FrameworkTask => task.step !== 'lay_history' && task.step !== 'write_reading'),
  );
  const reason = `Brought in from the file ${file.fileName}.`;
  let done = 0;
  for (const task of framework) {
    await doTask({ tx, acting, reason }, task);
    done += 1;
    progress(done, tasks.length);
  }
  await layHistoryOf(doing, history);
  const written = await writeReadings(
    tx,
    acting,
    writing.map(({ task }) => task),
    async (count) => {
      progress(done + count, tasks.length);
      await breathe();
    },
  );
  if (!file.submits) return [];
  const lacks = await submitAll(tx, who, acting, written);
  return writing.flatMap(({ row }, index): PlanRow[] => {
    const lack = lacks[index];
    return lack ? [{ ...row, sentence: `It is here as a draft, and was not submitted: ${lack}` }] : [];
  });
}

/** Lays history batch by batch: the figures of one service that one place published on one day. */
async function layHistoryOf({ tx, acting, file }: Doing, tasks: HistoryTask[]): Promise<void> {
  const held = await measuresOf(tx, [...new Set(tasks.map(({ code }) => code))]);
  const batches = new Map<string, LaidHistory>();
  for (const { code, start, content, where, on } of tasks) {
    const measure = held.get(code);
    if (!measure) throw new Refused(`There is no measure ${code} any more.`);
    const { value, numerator, denominator, provisional } = content;
    const key = JSON.stringify([measure.serviceId, where, on]);
    const batch = batches.get(key) ?? {
      at: acting.at,
      who: acting.who,
      serviceId: measure.serviceId,
      where,
      on,
      importId: file.id,
      file: { name: file.fileName, hash: file.sha256 },
      rows: [],
    };
    batch.rows.push({ measureId: measure.id, periodStart: start, value, numerator, denominator, provisional });
    batches.set(key, batch);
  }
  for (const batch of [...batches.values()].sort((a, b) => a.serviceId - b.serviceId)) await layHistory(tx, batch);
}
