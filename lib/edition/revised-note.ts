import { readingValue } from '@/lib/figure/computed-value';
import { figureWords } from '@/lib/figure/figure';
import { hiddenWords } from '@/lib/figure/withheld';
import { type MeasureRecord, periodOf, type ReadingRecord } from '@/lib/series/measure-record';
import { name } from '@/lib/time/period';

/** What was corrected, with the old value: of the latest result always, of an earlier one in the edition that first has it. */
export function revisedNotes(measure: MeasureRecord, readings: ReadingRecord[]): string[] {
  return readings
    .filter(({ revision, state }, index) => revision > 0 && (index === 0 || state !== 'published'))
    .map((reading) => {
      const figureText = (figures: Parameters<typeof figureWords>[0]) => {
        const words = figureWords(figures, measure);
        return readingValue(figures, measure) === null && words !== hiddenWords ? words.toLowerCase() : words;
      };
      const [before, after] = [reading.was && figureText(reading.was), figureText(reading)];
      const stays =
        reading.withheld || reading.was?.withheld ? 'the figure is not shown' : 'the figure stays as it was';
      const moved = before === null || before === after ? stays : `was ${before}, now ${after}`;
      const note = reading.publicNote ? `; ${reading.publicNote.replace(/\.$/, '')}` : '';
      const heading = reading === readings[0] ? 'Revised' : `Revised for ${name(periodOf(measure, reading))}`;
      return `${heading}: ${moved}${note}.`;
    });
}
