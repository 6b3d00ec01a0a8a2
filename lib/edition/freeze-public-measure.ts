import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import { sameValue } from '@/lib/record/same-value';
import type { Cut } from '@/lib/series/compared-figure';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { hiddenAt, publicMeasure } from '@/lib/series/public-measure';
import { ruleColour } from '@/lib/series/published-reading';
import type { FrozenRow } from './edition';
import { freezeRow, travelAt } from './freeze-row';
import { freezeMeasure, type MeasureSheet } from './measure-sheet';

/** What the edition in force says of a measure, and of which revision of its period's reading. */
export type RowInForce = { row: FrozenRow; revision: number };

/**
 * A measure as the public may see it: what is hidden is taken out of the record before the row and the sheet are made, and the colour
 * and direction that may be said all the same are put beside. Source: docs/rules.md, Small counts of people.
 */
export const freezePublicMeasure = (
  record: MeasureRecord,
  cut: Cut,
  hidden: HiddenMeasure | undefined,
  inForce?: RowInForce,
): { row: FrozenRow; sheet: MeasureSheet } =>
  freezeMeasure(hidden ? publicRecord(record, cut, hidden, inForce) : record, cut);

/**
 * The record of a measure as the public may know it at a day, with the direction of its row where that may be said: where it gives
 * nothing away, or where the edition in force says the same of the same reading beside the same figure.
 */
export function publicRecord(
  record: MeasureRecord,
  cut: Cut,
  hidden: HiddenMeasure,
  inForce?: RowInForce,
): MeasureRecord {
  const measure = withTravel(record, cut, hidden, false);
  if (!inForce || inForce.row.travel.direction === null) return measure;
  const again = withTravel(record, cut, hidden, true);
  const row = freezeRow(again, cut);
  const reading = record.readings.find(({ periodStart }) => periodStart === row.period?.start);
  const isSaid =
    inForce.row.period?.start === reading?.periodStart &&
    inForce.revision === reading?.revision &&
    sameValue(row.travel, inForce.row.travel) &&
    sameValue(row.previous, inForce.row.previous);
  return isSaid ? again : measure;
}

/** The record without what is hidden; of the row's own reading with its direction where that gives nothing away, or in any case. */
function withTravel(record: MeasureRecord, cut: Cut, hidden: HiddenMeasure, always: boolean): MeasureRecord {
  const { travel, start } = travelAt(record, cut);
  const measure = publicMeasure(record, hidden);
  const { direction, colour } = travel;
  const readings = measure.readings.map((reading): ReadingRecord => {
    const found = hiddenAt(hidden, reading.periodStart, reading.revision);
    if (!found || reading.periodStart !== start) return reading;
    const { withheld = { why: found.why, instead: null, colour: ruleColour(record, reading) } } = reading;
    // Where there is no direction anyway, the rule says why.
    if (direction === null) return { ...reading, withheld };
    return {
      ...reading,
      withheld: { ...withheld, travel: found.hidesTravel && !always ? null : { direction, colour } },
    };
  });
  return { ...measure, readings };
}
