import type { FieldChange, PlanAction, PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { type Planned, quoted } from './row/planned';

/** What a page showed of a row: what it would do, and what that comes to as a text to compare. */
type ShownRow = { action: PlanAction; text: string };

/** A wish with what its page showed of it, row by row. */
export type Previewed = { wish: Wish; shown: ShownRow[] };

/** What a row says, without where it stands. */
export const shownRow = ({ action, sentence, changes }: PlanRow): ShownRow => ({
  action,
  text: changes.length === 0 ? sentence : JSON.stringify([sentence, changes.map(fieldOf)]),
});
const fieldOf = ({ field, before, after }: FieldChange) => [field, before, after];

const isWork = ({ action }: Pick<PlanRow, 'action'>): boolean => action === 'create' || action === 'change';

const saysTheSame = (shown: ShownRow, now: PlanRow): boolean =>
  now.action === shown.action && shownRow(now).text === shown.text;

/** Whether a row that was to do something would now do another thing; what is there by now as the file has it counts as done. */
const isStale = (shown: ShownRow, now: PlanRow | undefined): boolean =>
  isWork(shown) && now?.action !== 'same' && (now === undefined || !saysTheSame(shown, now));

/** The wishes of which a row is not any more what its page showed. */
export function staleWishes(previewed: Previewed[], now: RowsByWish): Set<Wish> {
  const stale = previewed.filter(({ wish, shown }) =>
    shown.some((row, index) => isStale(row, now.get(wish)?.[index]?.row)),
  );
  return new Set(stale.map(({ wish }) => wish));
}

export type RowsByWish = Map<Wish, Planned[]>;

/** The rows of a plan by the wish that they come from. */
export function rowsByWish(planned: Planned[]): RowsByWish {
  const rows: RowsByWish = new Map();
  for (const each of planned) {
    const own = rows.get(each.wish);
    if (own) own.push(each);
    else rows.set(each.wish, [each]);
  }
  return rows;
}

/** What is to be done: of each row that its page showed to do something, and that is not there by now. */
export const workOf = (standing: Previewed[], now: RowsByWish): Planned[] =>
  standing.flatMap(({ wish, shown }) =>
    shown.flatMap((row, index) => {
      const each = now.get(wish)?.[index];
      return each?.task && isWork(row) && isWork(each.row) ? [each] : [];
    }),
  );

/** What the rows that stood came to: what was there by then, as the file has it, was left as it was. */
export const doneRows = (standing: Previewed[], now: RowsByWish): Pick<PlanRow, 'action'>[] =>
  standing.flatMap(({ wish, shown }) =>
    shown.flatMap(({ action }, index) => {
      if (action === 'refuse') return [];
      return now.get(wish)?.[index]?.row.action === 'same' ? [{ action: 'same' as const }] : [{ action }];
    }),
  );

/** A row that is refused at the last moment, with what its page showed and what is there now. */
export const overtaken = (previewed: PlanRow, now: PlanRow | undefined): PlanRow => ({
  ...previewed,
  action: 'refuse',
  changes: now?.changes ?? [],
  sentence: overtakenSentence(previewed, now),
});

function overtakenSentence(previewed: PlanRow, now: PlanRow | undefined): string {
  const wanted = `The file has: ${previewed.sentence}`;
  if (now && saysTheSame(shownRow(previewed), now))
    return `Something that this rests on was changed after the file was read. ${wanted}`;
  const moved = (now?.changes ?? []).flatMap(({ field, before, after }) => {
    const seen = previewed.changes.find((change) => change.field === field);
    const was = seen ? seen.before : previewed.action === 'create' ? '' : after;
    const shown = (text: string) => (text ? quoted(text) : 'nothing');
    return was === before ? [] : [`${field} is ${shown(before)} by now, and was ${shown(was)}`];
  });
  const what = moved.length > 0 ? moved.join('; ') : (now?.sentence.replace(/\.$/, '') ?? 'it is not there any more');
  return `Somebody changed this after the file was read: ${what}. ${wanted}`;
}
