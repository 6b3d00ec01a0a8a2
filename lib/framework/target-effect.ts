import { freezeRow } from '@/lib/edition/freeze-row';
import { readingValue } from '@/lib/figure/computed-value';
import { shown } from '@/lib/figure/figure';
import { type MeasureRecord, periodOf } from '@/lib/series/measure-record';
import { type Colour, colourWords } from '@/lib/target/target';
import { type TargetRecord, targetInForce } from '@/lib/target/target-in-force';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { capital, numberOf } from '@/lib/text/number-in-words';
import { formatMonth } from '@/lib/time/day';
import { type Frequency, name, periodsFrom } from '@/lib/time/period';
import type { Effect, JudgedFigure } from './effect';
import type { KeptFields } from './meanwhile';
import { cutAt } from './measure-effect';
import type { TargetDraft } from './target-entry';
import { stepsOf } from './target-profile';
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
  const steps = stepsOf(draft);
  const isStep = (start: string) => steps.some(({ effectiveFrom }) => effectiveFrom === start);
  const last = steps.at(-1)?.effectiveFrom ?? draft.effectiveFrom;
  const next = record.targets.find(({ effectiveFrom }) => effectiveFrom > last);
  const judged = record.readings.filter(
    ({ periodStart }) => periodStart >= draft.effectiveFrom && (!next || periodStart < next.effectiveFrom),
  );
  const rows = judged.flatMap((reading) => figureOf(record, after, reading));
  const replaced = record.targets.filter(({ effectiveFrom }) => isStep(effectiveFrom));
  const month = formatMonth(draft.effectiveFrom);
  const sentences = [
    headline(rows[0] ?? null, month),
    ...(steps.length === 1
      ? [`From ${month}: ${targetWords(draft.target, record, draft.tolerance)}.`]
      : profileSentences(draft, record)),
    ...(next
      ? [`It counts until another target takes over, which is set from ${formatMonth(next.effectiveFrom)} already.`]
      : []),
    ...replaced.map(
      ({ target }) => `It takes the place of ${targetWords(target, record)}, by which nothing was judged yet.`,
    ),
    ...nextEdition(record, after, today),
    approvals(judged.filter(({ state }) => state === 'approved').map((reading) => name(periodOf(record, reading)))),
  ];
  const shownRows = rows.slice(0, mostFigures).toReversed();
  return { sentences, figures: { caption: `The figures from ${shownRows[0]?.period ?? month} on`, rows: shownRows } };
}

/** What it would do to take a target back by which nothing was judged: what counts in its place, and the colours then. */
export function targetBackEffect(record: MeasureRecord, from: string, today: string): Effect {
  const gone = record.targets.find(({ effectiveFrom }) => effectiveFrom === from);
  const after = { ...record, targets: record.targets.filter(({ effectiveFrom }) => effectiveFrom !== from) };
  const next = record.targets.find(({ effectiveFrom }) => effectiveFrom > from);
  const rows = record.readings
    .filter(({ periodStart }) => periodStart >= from && (!next || periodStart < next.effectiveFrom))
    .flatMap((reading) => figureOf(record, after, reading))
    .slice(0, mostFigures)
    .toReversed();
  const [month, before] = [formatMonth(from), targetInForce(after.targets, from)];
  const sentences = [
    `${capital(gone ? targetWords(gone.target, record) : 'it')} does not count from ${month} on any more.`,
    before
      ? `${capital(targetWords(before.target, record))} counts on, as before ${month}.`
      : 'No target counts in its place: figures have no colour until one is set.',
    ...nextEdition(record, after, today),
    'The history keeps that it was set and taken back.',
  ];
  return { sentences, figures: { caption: `The figures from ${rows[0]?.period ?? month} on`, rows } };
}

/** 'At least 108 for 2 quarters from April 2018, then at least 110.' */
function profileSentences(draft: TargetDraft, measure: MeasureRecord): string[] {
  const steps = stepsOf(draft);
  const parts = steps.map(({ effectiveFrom, target }, index) => {
    const words = targetWords(target, measure, draft.tolerance);
    const until = steps[index + 1]?.effectiveFrom;
    if (!until) return words;
    const count = periodsFrom(measure.frequency, effectiveFrom, until).length - 1;
    return `${words} for ${numberOf(count, periodNouns[measure.frequency])}${index === 0 ? ` from ${formatMonth(effectiveFrom)}` : ''}`;
  });
  return [
    `${capital(parts.join(', then '))}.`,
    'One decision for the year: passing from one step to the next is no change of target.',
  ];
}

const periodNouns: Record<Frequency, string> = {
  monthly: 'month',
  quarterly: 'quarter',
  termly: 'term',
  half_yearly: 'half year',
  annual: 'year',
};

/** The targets of a measure, the earliest first, with one more and its profile, or with others from the same periods. */
function withTarget(targets: TargetRecord[], draft: TargetDraft): TargetRecord[] {
  const steps = stepsOf(draft);
  const others = targets.filter((other) => !steps.some(({ effectiveFrom }) => effectiveFrom === other.effectiveFrom));
  const added = steps.map((step) => ({ id: 0, ...step, decision: draft.decision }));
  return [...others, ...added].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
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
    return colourWithReason({ value, target, measure, parts: null }).colour;
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
