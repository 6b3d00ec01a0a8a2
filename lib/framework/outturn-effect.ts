import { freezeRow } from '@/lib/edition/freeze-row';
import { shown, withNoun } from '@/lib/figure/figure';
import type { MeasureRecord, Outturn } from '@/lib/series/measure-record';
import { nameOfYear } from '@/lib/series/measure-year';
import { withoutEnd } from '@/lib/text/sentence-end';
import type { Effect } from './effect';
import { cutAt } from './measure-effect';
import type { KeptOutturn, OutturnDraft } from './outturn-entry';

/** What an outturn would do to the row that the next edition has: last year's figure and the direction of travel. */
export function outturnEffect(
  record: MeasureRecord,
  draft: OutturnDraft,
  today: string,
  kept: KeptOutturn[] = record.outturns,
): Effect {
  const { year, value, standing = 'final', why = '' } = draft;
  const before = kept.find((outturn) => outturn.year === year);
  const others = record.outturns.filter((outturn) => outturn.year !== year);
  const without = (record.withoutOutturn ?? []).filter((none) => none.year !== year);
  const entered: Outturn = { year, value, ...(standing === 'provisional' && { whyProvisional: why }) };
  const next: MeasureRecord =
    standing === 'none'
      ? { ...record, outturns: others, withoutOutturn: [...without, { year, why }] }
      : { ...record, outturns: [...others, entered], withoutOutturn: without };
  const [was, now] = [record, next].map((each) => freezeRow(each, cutAt(today)));
  const name = nameOfYear(record, year);
  const figure = standing === 'none' ? 'none' : withNoun(shown(value, record), record.unit);
  const figureBefore = before && (before.value === null ? 'none' : withNoun(shown(before.value, record), record.unit));
  const turned = was?.travel.sentence !== now?.travel.sentence;
  return {
    sentences: [
      before
        ? `The outturn of ${name} would be ${figure} instead of ${figureBefore}.`
        : `The outturn of ${name} would be ${figure}.`,
      ...(standing === 'provisional' ? [`It would be marked as provisional: ${withoutEnd(why)}.`] : []),
      turned
        ? `The next edition would say of the direction of travel: “${now?.travel.sentence}” Now it is: “${was?.travel.sentence}”`
        : 'The direction of travel stays as it is.',
      'Editions that are published keep the figure that they had.',
    ],
  };
}
