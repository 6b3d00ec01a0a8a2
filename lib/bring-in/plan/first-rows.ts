import type { FirstRow } from '@/lib/bring-in/first-row';
import { freezeRow } from '@/lib/edition/freeze-row';
import { cutAt, emptyRecord } from '@/lib/framework/measure-effect';
import { targetWords } from '@/lib/framework/target-words';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { unwritten } from '@/lib/series/measure-record';
import type { Planned, Task } from './row/planned';

/** As many measures of a file as are shown on its page before they are there. */
const shown = 3;

type TaskOf<S extends Task['step']> = Extract<Task, { step: S }>;

/**
 * The first new measures of a file with a figure, as the scorecard of a day would show them if all of the file were published; where
 * none has a figure, the first new ones.
 */
export function firstRows(planned: Planned[], today: string): FirstRow[] {
  const tasks = planned.flatMap(({ task }) => (task ? [task] : []));
  const added = tasks.filter((task): task is TaskOf<'add_measure'> => task.step === 'add_measure');
  const withFigure = new Set(tasks.flatMap((task) => (task.step === 'write_reading' ? [task.code] : [])));
  const telling = added.filter(({ draft }) => withFigure.has(draft.code));
  const chosen = (telling.length > 0 ? telling : added).slice(0, shown);
  return chosen.map(({ draft }) => rowOf(draft, tasks, today));
}

function rowOf(draft: TaskOf<'add_measure'>['draft'], tasks: Task[], today: string): FirstRow {
  const { code, title } = draft;
  const targets = tasks
    .filter((task): task is TaskOf<'set_target'> => task.step === 'set_target' && task.code === code)
    .map(({ draft: { effectiveFrom, target, decision } }) => ({ id: 0, effectiveFrom, target, decision }))
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  const readings: ReadingRecord[] = tasks
    .filter((task): task is TaskOf<'write_reading'> => task.step === 'write_reading' && task.code === code)
    .map(({ start, content }) => ({ ...unwritten(start), ...content, state: 'approved' }))
    .sort((a, b) => b.periodStart.localeCompare(a.periodStart));
  const periodsHere = readings.map(({ periodStart }) => periodStart).reverse();
  const record: MeasureRecord = { ...emptyRecord(draft), targets, readings, periodsHere };
  const row = freezeRow(record, cutAt(today));
  const inForce = targets.findLast(({ effectiveFrom }) => effectiveFrom <= (row.period?.start ?? today));
  return {
    code,
    title,
    target: inForce ? targetWords(inForce.target, draft) : (row.target.why ?? 'No target'),
    figure: row.current.text ?? row.current.why,
    period: row.period?.label ?? null,
    colour: row.rag.colour,
  };
}
