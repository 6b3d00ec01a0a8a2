import { freezeRow } from '@/lib/edition/freeze';
import { readingValue, shown } from '@/lib/figure/figure';
import { type MeasureRecord, periodOf, type TargetRecord, targetInForce } from '@/lib/series/measure-record';
import { type Colour, colourWords, judge } from '@/lib/target/target';
import { formatMonth } from '@/lib/time/day';
import { name } from '@/lib/time/period';
import type { Effect, JudgedFigure } from './effect';
import type { KeptFields } from './meanwhile';
import { cutAt } from './measure-effect';
import type { TargetDraft } from './target-entry';
import { targetWords } from './target-words';

/** As many figures as an effect shows. */
const mostFigures = 12;

/**
 * What a target would do: the colours of the figures from its period on, now and then, what the next edition would say of the
 * change, and which approvals would have to be given again. What is published stays.
 */
export function targetEffect(record: MeasureRecord, draft: TargetDraft, today: string): Effect {
  const before = { ...record, whyNoTarget: draft.whyNone ?? record.whyNoTarget };
  const after = { ...before, targets: withTarget(record.targets, draft) };
  const next = record.targets.find(({ effectiveFrom }) => effectiveFrom > draft.effectiveFrom);
  const judged = record.readings.filter(
    ({ periodStart }) => periodStart >= draft.effectiveFrom && (!next || periodStart < next.effectiveFrom),
  );
  const rows = judged.flatMap((reading) => figureOf(record, after, reading));
  const replaced = record.targets.find(({ effectiveFrom }) => effectiveFrom === draft.effectiveFrom);
  const month = formatMonth(draft.effectiveFrom);
  const sentences = [
    headline(rows[0] ?? null, month),
    `From ${month}: ${targetWords(draft.target, record, draft.tolerance)}.`,
    ...(next
      ? [`It counts until another target takes over, which is set from ${formatMonth(next.effectiveFrom)} already.`]
      : []),
    ...(replaced
      ? [`It takes the place of ${targetWords(replaced.target, record)}, by which nothing was judged yet.`]
      : []),
    ...nextEdition(record, after, today),
    approvals(judged.filter(({ state }) => state === 'approved').map((reading) => name(periodOf(record, reading)))),
  ];
  const shownRows = rows.slice(0, mostFigures).toReversed();
  return { sentences, figures: { caption: `The figures from ${shownRows[0]?.period ?? month} on`, rows: shownRows } };
}

/** The targets of a measure, the earliest first, with one more, or with another from the same period. */
function withTarget(targets: TargetRecord[], { effectiveFrom, target, decision }: TargetDraft): TargetRecord[] {
  const others = targets.filter((other) => other.effectiveFrom !== effectiveFrom);
  return [...others, { id: 0, effectiveFrom, target, decision }].sort((a, b) =>
    a.effectiveFrom.localeCompare(b.effectiveFrom),
  );
}

function figureOf(
  before: MeasureRecord,
  after: MeasureRecord,
  reading: MeasureRecord['readings'][number],
): JudgedFigure[] {
  const value = readingValue(reading, before);
  if (value === null) return [];
  const colour = (measure: MeasureRecord): Colour | null => {
    const target = targetInForce(measure.targets, reading.periodStart)?.target ?? null;
    return judge({ value, target, measure, parts: null }).colour;
  };
  return [
    { period: name(periodOf(before, reading)), figure: shown(value, before), now: colour(before), next: colour(after) },
  ];
}

/** 'July 2018’s 92 would be Red. Now it is Amber.' */
function headline(latest: JudgedFigure | null, month: string): string {
  if (!latest) return `No approved figure is here from ${month} on: this target judges the first that comes.`;
  const words = (colour: Colour | null) => (colour ? colourWords[colour] : 'without a colour');
  const { period, figure, now, next } = latest;
  if (now === next) return `${period}’s ${figure} stays ${words(now)}.`;
  return `${period}’s ${figure} would be ${words(next)}. Now it is ${words(now)}.`;
}

function nextEdition(before: MeasureRecord, after: MeasureRecord, today: string): string[] {
  const [was, now] = [before, after].map((record) => freezeRow(record, cutAt(today)).notes);
  const added = (now ?? []).filter((note) => !was?.includes(note));
  const isPublished = before.readings.some(({ state }) => state === 'published');
  return [
    ...(isPublished ? ['Editions that are published keep their colours.'] : []),
    ...added.map((note) => `The next one would say: “${note}”`),
  ];
}

function approvals(periods: string[]): string {
  if (periods.length === 0) return 'No approval would have to be given again.';
  const which = periods.toReversed().join(', ');
  return `${periods.length === 1 ? 'One approval' : `${periods.length} approvals`} would have to be given again, since an approval signs the target: ${which}.`;
}

/** The targets of a measure by the month from which each counts, as a form was opened with them. */
export const targetFields = (
  targets: Pick<TargetRecord, 'effectiveFrom' | 'target'>[],
  measure: Parameters<typeof targetWords>[1],
): KeptFields =>
  Object.fromEntries(
    targets.map(({ effectiveFrom, target }) => [
      `the target from ${formatMonth(effectiveFrom)}`,
      targetWords(target, measure),
    ]),
  );
