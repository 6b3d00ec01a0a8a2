import { byPlace, elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { asGiven } from '@/lib/figure/figure';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';

/** '209 of 268', '766 ÷ 9.7'; null where a figure was typed by itself. */
export function partsWords(
  { numerator, denominator }: Pick<ReadingRecord, 'numerator' | 'denominator'>,
  { unit, scale }: Pick<MeasureRecord, 'unit' | 'scale'>,
): string | null {
  if (scale === null || numerator === null || denominator === null) return null;
  return `${asGiven(numerator)} ${unit === 'percent' ? 'of' : '÷'} ${asGiven(denominator)}`;
}

/** ', 3 of 12 were published in …, not in this portal': which of a year's figures; '' where all were entered here. */
export const wordsOfElsewhere = (here: ReadingRecord[]): string =>
  byPlace(here)
    .map(({ place, things }) => {
      const count = here.length === 1 ? '' : `${things.length} of ${here.length} `;
      return `, ${count}${things.length === 1 ? 'was' : 'were'} ${elsewhereWords(place)}`;
    })
    .join('')
    .replace(/^, was /, ', ');
