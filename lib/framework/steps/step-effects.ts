import { freezeRow } from '@/lib/edition/freeze-row';
import { Refused } from '@/lib/form/refused';
import type { Effect } from '@/lib/framework/effect';
import { type MeasureWords, slipProblem } from '@/lib/framework/measure-differences';
import { cutAt, rowSentence } from '@/lib/framework/measure-effect';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { lastRequiredStart, type Retirement, retirementSentence } from '@/lib/series/retirement';
import type { Wording } from '@/lib/series/series-break';
import type { Decision } from '@/lib/target/target-in-force';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate, name } from '@/lib/time/period';

/** A measure with all that its next row is made of, and what is kept of it. */
export type StepScene = { record: MeasureRecord; draft: MeasureDraft; isPublished: boolean; today: string };

const published = 'What is published stays as it is.';

/** What mending a slip would do. Throws the sentence that says why it is no slip. */
export function mendEffect({ record, draft, isPublished, today }: StepScene, words: MeasureWords): Effect {
  const problem = slipProblem(draft, words);
  if (problem) throw new Refused(problem);
  const turned = (['title', 'definition'] as const).filter((part) => words[part] !== draft[part]);
  return {
    sentences: [
      ...turned.map((part) => `The ${part}: “${words[part]}” instead of “${draft[part]}”.`),
      rowSentence(record, { ...record, ...words }, today),
      isPublished
        ? 'The next edition tells the public that this was a slip, and what stood there.'
        : 'No edition has shown the slip, so none tells of it.',
      `The same is counted as before, so every approval holds. ${published}`,
    ],
  };
}

type NewWording = MeasureWords & Decision & { from: string; numeratorLabel?: string; denominatorLabel?: string };

/** What another definition from a period on would do. */
export function redefineEffect({ record, today }: StepScene, words: NewWording): Effect {
  const { from, title, definition, reason, decidedBy, decidedOn } = words;
  const { numeratorLabel = record.numeratorLabel, denominatorLabel = record.denominatorLabel } = words;
  const wording = { title, definition, numeratorLabel, denominatorLabel };
  const version = (record.wordings.at(-1)?.version ?? 1) + 1;
  const next: Wording = { version, effectiveFrom: from, ...wording, decision: { reason, decidedBy, decidedOn } };
  const wordings = [...(record.wordings.length > 0 ? record.wordings : [firstWording(record)]), next];
  const after = { ...record, ...wording, wordings };
  const period = name({ frequency: record.frequency, start: from });
  const signed = record.readings.filter((reading) => !reading.elsewhere && reading.periodStart >= from).at(-1);
  if (signed) throw new Refused(signedByPresent(signed.state, name({ ...record, start: signed.periodStart })));
  const isWorkedOut = record.scale !== null;
  return {
    sentences: [
      `From ${period} on it is “${title}” and counts: “${withoutEnd(definition)}”.`,
      ...(isWorkedOut ? [`Its figures are ${numeratorLabel} out of ${denominatorLabel}.`] : []),
      `Figures of earlier periods keep version ${version - 1} of its definition, and the two are never compared.`,
      `The public reads: “${withoutEnd(reason)}. Decided by ${decidedBy} on ${formatDate(decidedOn)}.”`,
      ...nextEditionSays(record, after, today),
      published,
    ],
  };
}

/** Why a definition cannot count from a period: a figure of that period or a later one is approved or published by the present one. */
export const signedByPresent = (state: string, period: string): string =>
  state === 'published'
    ? `The figure of ${period} is published by the present definition: choose a later period, or record a break in the series.`
    : `The reading of ${period} is approved by the present definition and not published: have it returned first, or choose a later period.`;

const firstWording = (record: MeasureRecord): Wording => ({
  version: 1,
  effectiveFrom: record.requiredFrom,
  title: record.title,
  definition: record.definition,
  numeratorLabel: record.numeratorLabel,
  denominatorLabel: record.denominatorLabel,
  decision: null,
});

type At = { periodStart: string; reason: string };

/** What a break in the series at a period would do. */
export function breakEffect({ record, today }: StepScene, { periodStart: start, reason }: At): Effect {
  const period = name({ frequency: record.frequency, start });
  if (record.breaks.some((each) => each.start === start))
    throw new Refused(`The series of ${record.title} breaks at ${period} already.`);
  const breaks = [...record.breaks, { start, reason }].sort((a, b) => a.start.localeCompare(b.start));
  return {
    sentences: [
      `Figures from ${period} on are not compared with those before, and what is usual is worked out from there on.`,
      `The public reads: “${withoutEnd(reason)}.”`,
      ...nextEditionSays(record, { ...record, breaks }, today),
      `${published} Until the next edition is out the break can be taken back.`,
    ],
  };
}

/** What it would do to take a break back. */
export function breakBackEffect({ record, today }: StepScene, { periodStart }: At): Effect {
  const period = name({ frequency: record.frequency, start: periodStart });
  const breaks = record.breaks.filter(({ start }) => start !== periodStart);
  return {
    sentences: [
      `Figures from ${period} on are compared with those before again.`,
      ...nextEditionSays(record, { ...record, breaks }, today),
      'The public has not read of the break, and will not. The history keeps that it was recorded and taken back.',
    ],
  };
}

/** What a retirement would do. */
export function retireEffect({ record, isPublished, today }: StepScene, retirement: Retirement): Effect {
  const { retiredOn } = retirement;
  const last = lastRequiredStart(retiredOn, record);
  const lastFigure =
    last === null || last < record.requiredFrom
      ? 'No figure of it is asked for.'
      : `The last figure that is asked for is that of ${name({ frequency: record.frequency, start: last })}.`;
  const gone = retiredOn < today ? 'The next edition is without it' : 'Editions up to that day show it';
  return {
    sentences: [
      `Its last day is ${formatDate(retiredOn)}. ${gone}.`,
      lastFigure,
      isPublished
        ? `The first edition without it tells the public: “${retirementSentence(retirement)}” Its page at /measures/${record.code} stays, with its last figure.`
        : 'No edition has shown it, so none tells that it went.',
      `${published} Until an edition is out without it, the retirement can be taken back.`,
    ],
  };
}

/** What it would do to take a retirement back. */
export function retirementBackEffect({ record, today }: StepScene): Effect {
  const first = lastRequiredStart(record.retiredOn, record);
  const again = first === null ? '' : ` after ${name({ frequency: record.frequency, start: first })}`;
  return {
    sentences: [
      `It counts as before: editions show it, and figures are asked for${again} as its calendar has them.`,
      rowSentence(record, { ...record, retiredOn: null }, today),
      'The history keeps that it was retired and taken back.',
    ],
  };
}

/** What the next edition would say in the row and of the direction of travel that it would not say now. */
function nextEditionSays(before: MeasureRecord, after: MeasureRecord, today: string): string[] {
  const [was, now] = [before, after].map((each) => freezeRow(each, cutAt(today)).travel.sentence);
  const travel = now && now !== was ? [`Its direction of travel would read: “${now}”`] : [];
  return [rowSentence(before, after, today), ...travel];
}
