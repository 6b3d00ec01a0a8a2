import type { FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze-row';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { statusAt, statusWords } from '@/lib/status/data-status';
import { directionWords } from '@/lib/target/direction-of-travel';
import { colourWords } from '@/lib/target/target';
import { councilYear } from '@/lib/time/council-year';
import { frequencyWords } from '@/lib/time/period';
import type { Effect } from './effect';
import { fieldChanges } from './meanwhile';
import { measureFields } from './measure-differences';
import type { MeasureDraft } from './measure-entry';
import { firstFigureSentence, measureSentence, sumSentence } from './measure-sentences';

/** A measure of which nothing is here yet. */
export const emptyRecord = (draft: MeasureDraft): MeasureRecord => ({
  ...draft,
  retiredOn: null,
  whyNoOutturn: null,
  readings: [],
  periodsHere: [],
  targets: [],
  outturns: [],
  wordings: [],
  breaks: [],
  rebases: [],
  benchmarks: [],
});

/** The cut of an edition at a day. */
export const cutAt = (today: string) => ({ asAt: today, comparisonStart: councilYear(today).start - 1 });

/** How a row would stand on the scorecard: what each of its columns says. */
function rowColumns(row: FrozenRow, today: string): { column: string; text: string }[] {
  const { previous, target, current, period, travel, rag } = row;
  return [
    { column: 'No.', text: String(row.number) },
    { column: 'Measure', text: row.covers ? `${row.title} (${row.covers})` : row.title },
    { column: 'Unit', text: row.unit },
    { column: previous.label, text: previous.text ?? previous.why },
    { column: 'Current target', text: target.text ?? target.why },
    { column: 'Current performance', text: current.text ?? current.why },
    { column: 'Last available result', text: period?.label ?? 'none yet' },
    { column: 'Frequency', text: frequencyWords[row.frequency] },
    {
      column: 'Direction of travel',
      text: travel.direction ? directionWords[travel.direction] : 'cannot be compared yet',
    },
    { column: 'Performance against target', text: rag.colour ? colourWords[rag.colour] : 'no colour yet' },
    { column: 'Data status', text: statusWords[statusAt(row.schedule, today).status] },
  ];
}

/** What a new measure would be, before it is added. */
export function newMeasureEffect(draft: MeasureDraft, service: string, today: string): Effect {
  const target = draft.whyNoTarget
    ? 'It has no target, and says why.'
    : 'It needs a target, or the reason why it has none, before an edition can be published.';
  return {
    sentences: [
      measureSentence(draft),
      firstFigureSentence(draft),
      sumSentence(draft),
      `The public sees it with the next edition of ${service}. ${target}`,
      'Nobody enters its figures yet: an administrator names its data owner.',
    ],
    row: rowColumns(freezeRow(emptyRecord(draft), cutAt(today)), today),
  };
}

/** What a change of a measure would do, with the row as the next edition would show it. */
export function measureEffect(record: MeasureRecord, before: MeasureDraft, after: MeasureDraft, today: string): Effect {
  const changes = fieldChanges(measureFields(before), measureFields(after));
  const shown = (value: string | undefined) => (value ? `“${value}”` : 'nothing');
  const changed = changes.map(
    ([name = '', was, now]) =>
      `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${shown(now)} instead of ${shown(was)}.`,
  );
  const next = { ...record, ...after };
  return {
    sentences: [
      measureSentence(after),
      ...changed,
      rowSentence(record, next, today),
      'What is published stays as it is.',
    ],
    row: rowColumns(freezeRow(next, cutAt(today)), today),
  };
}

/** What the next edition would say in the row of a measure that it would not say now. */
export function rowSentence(before: MeasureRecord, after: MeasureRecord, today: string): string {
  const [was, now] = [before, after].map((each) => rowColumns(freezeRow(each, cutAt(today)), today));
  const turned = (now ?? []).filter(({ text }, index) => text !== was?.[index]?.text);
  return turned.length === 0
    ? 'The row on the scorecard stays as it is.'
    : `The next edition would say in the row: ${turned.map(({ column, text }) => `${column}, ${text}`).join('; ')}.`;
}
