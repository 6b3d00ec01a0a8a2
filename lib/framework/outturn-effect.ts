import { freezeRow } from '@/lib/edition/freeze';
import { shown } from '@/lib/figure/figure';
import type { MeasureRecord } from '@/lib/series/measure-record';
import type { Effect } from './effect';
import { cutAt } from './measure-effect';
import { type OutturnDraft, outturnYear } from './outturn-entry';

/** What an outturn would do to the row that the next edition has: last year's figure and the direction of travel. */
export function outturnEffect(record: MeasureRecord, { year, value }: OutturnDraft, today: string): Effect {
  const before = record.outturns.find((outturn) => outturn.year === year);
  const others = record.outturns.filter((outturn) => outturn.year !== year);
  const [was, now] = [record, { ...record, outturns: [...others, { year, value }] }].map((each) =>
    freezeRow(each, cutAt(today)),
  );
  const name = outturnYear(record, year);
  const figure = shown(value, record);
  const turned = was?.travel.sentence !== now?.travel.sentence;
  return {
    sentences: [
      before
        ? `The outturn of ${name} would be ${figure} instead of ${shown(before.value, record)}.`
        : `The outturn of ${name} would be ${figure}.`,
      turned
        ? `The next edition would say of the direction of travel: “${now?.travel.sentence}” Now it is: “${was?.travel.sentence}”`
        : 'The direction of travel stays as it is.',
      'Editions that are published keep the figure that they had.',
    ],
  };
}
