import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import type { FrozenRow } from '@/lib/edition/edition';
import { publicRecord, type RowInForce } from '@/lib/edition/freeze-public-measure';
import { freezeRow } from '@/lib/edition/freeze-row';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { hiddenAt, publicReading } from '@/lib/series/public-measure';
import { type PublishedReading, publishedReading } from '@/lib/series/published-reading';
import { hiddenAfter } from '@/lib/series/small-counts-hidden-after';
import { isHiddenOtherwise } from '@/lib/series/small-counts-kept-hidden';
import { recordOf, signed } from '../reference/frozen-measure';
import { editionsInAll, firstMonth, type LivedMeasure, type LivedReading, type LivedService } from './lived-service';
import { laterBy } from './public-view';

/** What an edition froze of one measure: its row, and the readings that it is the first to tell of, or tells again. */
export type FrozenMeasure = { code: string; row: FrozenRow; readings: PublishedReading[] };
export type LivedEdition = { asAt: string; measures: FrozenMeasure[]; toldStaff: string[] };

/** The day that an edition, counted from 0, is as at: the first after its month. */
export const dayOf = (edition: number): string => laterBy(firstMonth, edition + 1);

/** The closed years that an edition can know: one is closed a month after its end, when every correction of it is known. */
export function closedBy(measure: LivedMeasure, edition: number): LivedMeasure['outturns'] {
  const isKnown = (year: number) =>
    measure.readings.every(({ start, shownBy }) => start >= `${year + 1}-04-01` || shownBy <= edition);
  return measure.outturns.filter(({ year }) => `${year + 1}-05-01` <= dayOf(edition) && isKnown(year));
}

/** A measure as far as an edition can know it. */
function asFar(measure: LivedMeasure, edition: number): LivedMeasure {
  const own = measure.readings.filter(({ shownBy }) => shownBy <= edition);
  return { ...measure, readings: own, outturns: closedBy(measure, edition) };
}

function recordedReading(
  measure: LivedMeasure,
  { start, revision, value, numerator, denominator }: LivedReading,
): ReadingRecord {
  const before = measure.readings.find((other) => other.start === start && other.revision === revision - 1);
  return signed(start, value, {
    missing: null,
    numerator,
    denominator,
    revision,
    ...(before && {
      publicNote: 'Counted again.',
      revisionReason: 'error',
      was: { value: before.value, numerator: before.numerator, denominator: before.denominator, missing: null },
    }),
  });
}

/** The record that an edition is frozen from: of each period its latest figure, the newest first. */
function recordAt({ measure, number }: { measure: LivedMeasure; number: number }): MeasureRecord {
  const latest = [...new Map(measure.readings.toReversed().map((reading) => [reading.start, reading])).values()];
  const targets = measure.readings
    .toReversed()
    .flatMap(({ start, target }, at) => (target ? [{ id: at + 1, effectiveFrom: start, target, decision: null }] : []));
  const { policy, exceptions: _, readings: __, ...facts } = measure;
  return recordOf({
    ...facts,
    number,
    title: `Measure ${measure.code}`,
    countsPeople: policy !== null,
    readings: latest.toReversed().map((reading) => recordedReading(measure, reading)),
    periodsHere: latest.map(({ start }) => start),
    targets,
  });
}

/** Whether an edition has anything that the one before had not: a figure, a year that was closed, or another year to compare with. */
export const hasNews = (measures: LivedMeasure[], edition: number): boolean =>
  /-05-01$/.test(dayOf(edition)) ||
  measures.some(({ readings }) => readings.some(({ shownBy }) => shownBy === edition));

/** Every edition of a service's life, frozen from what is known by then and from what the editions before it showed and hid. */
export function livedEditions({ measures, wholes }: LivedService): LivedEdition[] {
  const frozen = new Map<string, PublishedReading[]>();
  const inForce = new Map<string, RowInForce>();
  const editions = Array.from({ length: editionsInAll }, (_, edition) => edition);
  return editions
    .filter((edition) => hasNews(measures, edition))
    .map((edition): LivedEdition => {
      const known = measures.map((measure) => asFar(measure, edition)).filter(({ readings }) => readings.length > 0);
      const sums = wholes.filter(({ whole }) => known.some(({ code }) => code === whole.code));
      const { hidden } = hiddenAfter(known, frozen, sums);
      const own = known.map((measure, at) =>
        frozenMeasure(measure, { number: at + 1, hidden: hidden[at] as HiddenMeasure, edition, frozen, inForce }),
      );
      inForce.clear();
      for (const { code, readings, row } of own) {
        const list = [...readings.toReversed(), ...(frozen.get(code) ?? [])];
        frozen.set(code, list);
        const reading = list.find(({ start }) => start === row.period?.start);
        if (reading) inForce.set(code, { row, revision: reading.revision });
      }
      const toldStaff = hidden.flatMap(({ code, alreadyTold }) =>
        alreadyTold.map((sentence) => `${code}: ${sentence}`),
      );
      return { asAt: dayOf(edition), measures: own, toldStaff };
    });
}

type At = {
  number: number;
  hidden: HiddenMeasure;
  edition: number;
  frozen: Map<string, PublishedReading[]>;
  inForce: Map<string, RowInForce>;
};

function frozenMeasure(measure: LivedMeasure, { number, hidden, edition, frozen, inForce }: At): FrozenMeasure {
  const record = recordAt({ measure, number });
  const comparisonStart = Number(dayOf(edition).slice(0, 4)) - (dayOf(edition).slice(5) < '04-01' ? 2 : 1);
  const cut = { asAt: dayOf(edition), comparisonStart };
  const row = freezeRow(publicRecord(record, cut, hidden, inForce.get(measure.code)), cut);
  const before = new Map((frozen.get(measure.code) ?? []).toReversed().map((reading) => [reading.start, reading]));
  const isTold = ({ start, revision, shownBy }: LivedReading) => {
    const last = before.get(start);
    if (shownBy === edition) return true;
    return last?.revision === revision && isHiddenOtherwise(last, hiddenAt(hidden, start, revision));
  };
  const readings = measure.readings
    .filter(isTold)
    .map((reading) => publishedReading(record, publicReading(record, recordedReading(measure, reading), hidden)))
    .toSorted((a, b) => a.start.localeCompare(b.start) || a.revision - b.revision);
  return { code: measure.code, row, readings };
}
