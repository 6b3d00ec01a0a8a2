import { covered, grows } from '@/lib/measure/span';
import type { PublishedReading } from '@/lib/series/published-reading';
import { colourBandsOf } from '@/lib/target/colour';
import { judgedWords, standingColour } from '@/lib/target/judged-status';
import { label, periodsFrom } from '@/lib/time/period';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import type { MeasureSheet } from './measure-sheet';

/** A published reading, or one that no edition shows yet, with its state in words. */
export type TrendReading = PublishedReading & { unpublished?: string };

/** The trend of a measure from its readings, in any order: every period between the first and the last, gaps included. */
export function trendOf(sheet: MeasureSheet, readings: TrendReading[]): Trend {
  const { unit, decimals, digitsFollow, frequency, benchmarks, changes } = sheet;
  const byStart = new Map(readings.map((reading) => [reading.start, reading]));
  const starts = [...byStart.keys()].sort();
  const [first, last] = [starts[0], starts.at(-1)];
  const spans = first && last ? periodsFrom(frequency, first, last) : [];
  const periods = spans.map((period): TrendPeriod => {
    const reading = byStart.get(period.start);
    const target = reading
      ? reading.target
      : (sheet.targets.findLast(({ from }) => from <= period.start)?.target ?? null);
    const breaks = changes.filter(({ start }) => start === period.start && start !== first);
    return {
      start: period.start,
      label: label(period),
      range: covered(period, sheet),
      value: reading?.value ?? null,
      why: reading ? reading.why : 'Not here',
      provisional: reading?.provisional ?? false,
      revised: (reading?.revision ?? 0) > 0,
      illustrative: reading?.illustrative ?? false,
      unpublished: reading?.unpublished ?? null,
      ...(reading?.elsewhere && { elsewhere: reading.elsewhere }),
      ...(reading?.hidden && { hidden: reading.hidden }),
      ...(reading?.judged && { judged: judgedWords(reading) }),
      bands: target && colourBandsOf(target),
      colour: reading && reading.value !== null ? standingColour(reading) : null,
      break: breaks.length > 0 ? breaks.map(({ why }) => why).join('; ') : null,
    };
  });
  return { unit, decimals, digitsFollow: digitsFollow ?? false, growing: grows(sheet), frequency, periods, benchmarks };
}
