import type { Viewpoint } from './working-groups';
import type { WorkingRow } from './working-row';

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const list = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** How things stand and what waits for a person, in one or two sentences under the name of the service. */
export function workingSentence(
  rows: WorkingRow[],
  viewpoint: Viewpoint,
  { edition, blockers }: { edition: number; blockers: number },
): string {
  const readiness = rows.map((row) => row.readiness);
  const late = readiness.filter(({ daysLate }) => daysLate > 0).length;
  const approved = readiness.filter(({ state }) => state === 'approved').length;
  const wanted = readiness.filter(({ state }) => state !== 'published' && state !== 'not_due').length;
  const progress =
    wanted === 0
      ? `Nothing is on its way to edition ${edition}: every reading that is due is published.`
      : progressWords(approved, wanted, edition);
  if (viewpoint === 'owner') return `${ownWords(rows)} ${progress}`;
  if (viewpoint === 'head') return `${reviewWords(rows)} ${progress}`;
  const trouble = [
    blockers > 0 && `${count(blockers, 'thing')} ${blockers === 1 ? 'blocks' : 'block'} it`,
    late > 0 && `${count(late, 'reading')} ${late === 1 ? 'is' : 'are'} late`,
  ].filter((part) => part !== false);
  if (trouble.length === 0) return progress;
  const start = blockers > 0 ? `Edition ${edition} is not ready: ` : '';
  const sentence = `${start}${list(trouble)}.`;
  return `${sentence} ${progress}`;
}

function progressWords(approved: number, wanted: number, edition: number): string {
  const which = `${count(wanted, 'reading')} for edition ${edition}`;
  if (approved === 0)
    return wanted === 1 ? `The ${which} is not approved yet.` : `None of the ${which} is approved yet.`;
  return `${approved} of the ${which} ${approved === 1 ? 'is' : 'are'} approved.`;
}

function ownWords(rows: WorkingRow[]): string {
  const ownReadings = rows.filter(({ isOwn }) => isOwn).map(({ readiness }) => readiness);
  const returned = ownReadings.filter(({ state }) => state === 'returned').length;
  const toWrite = ownReadings.filter(({ state }) => state === 'overdue' || state === 'due' || state === 'draft');
  const late = toWrite.filter(({ daysLate }) => daysLate > 0).length;
  const waiting = returned + toWrite.length;
  if (waiting === 0) return 'Nothing waits for you.';
  const start = `${count(waiting, 'reading')} ${waiting === 1 ? 'waits' : 'wait'} for you`;
  if (late + returned === 0) return `${start}, ${waiting === 1 ? 'in time' : 'all in time'}.`;
  const parts = [
    late > 0 && `${late} ${late === 1 ? 'is' : 'are'} late`,
    returned > 0 && `${returned} came back`,
    toWrite.length - late > 0 && `${toWrite.length - late} can be written in time`,
  ].filter((part) => part !== false);
  return `${start}: ${list(parts)}.`;
}

function reviewWords(rows: WorkingRow[]): string {
  const waiting = rows.filter(({ act }) => act?.text === 'Review').length;
  if (waiting === 0) return 'Nothing waits for your review.';
  return `${count(waiting, 'reading')} ${waiting === 1 ? 'waits' : 'wait'} for your review.`;
}
