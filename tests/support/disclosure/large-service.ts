import type { CountedMeasure, CountedReading } from '@/lib/disclosure/counted-measure';
import { laterBy } from './public-view';
import { countedMeasure, type Service } from './random-service';

/** A service of 50 measures with 48 months each, many of them of few people: proportions, rates, counts and their sums, running totals. */
export function largeService(): Service {
  let state = 7;
  const chance = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const months = Array.from({ length: 48 }, (_, at) => laterBy('2014-04-01', at));
  const series = (make: (start: string, at: number) => Partial<CountedReading>) => months.map(make).toReversed();
  const target = { shape: 'at_least', green: '80', amber: '70' } as const;
  const service: CountedMeasure[] = [];
  for (let at = 0; at < 20; at += 1)
    service.push(
      countedMeasure(
        `p${at}`,
        { decimals: at % 2, outturns: [{ year: 2016, value: '81' }] },
        series((start) => {
          const denominator = 20 + chance(at % 3 === 0 ? 40 : 400);
          return { start, target, numerator: String(chance(denominator + 1)), denominator: String(denominator) };
        }),
      ),
    );
  for (let at = 0; at < 10; at += 1) {
    let [numerator, denominator] = [0, 0];
    service.push(
      countedMeasure(
        `y${at}`,
        { window: 'ytd' },
        series((start) => {
          if (start.slice(5) === '04-01') [numerator, denominator] = [0, 0];
          const more = 1 + chance(30);
          denominator += more;
          numerator += chance(more + 1);
          return { start, target, numerator: String(numerator), denominator: String(denominator) };
        }),
      ),
    );
  }
  const count = { unit: 'number', scale: null } as const;
  const rows = Array.from({ length: 15 }, (_, at) =>
    countedMeasure(
      `c${at}`,
      count,
      series((start) => ({ start, value: String(chance(25)) })),
    ),
  );
  const wholes = [0, 5, 10].map((from) => {
    const parts = rows.slice(from, from + 4);
    const total = rows[from + 4] as CountedMeasure;
    for (const reading of total.readings) {
      const own = parts.map((row) => row.readings.find(({ start }) => start === reading.start)?.value);
      reading.value = String(own.reduce((sum, value) => sum + Number(value), 0));
    }
    return {
      whole: { code: total.code, part: 'value' as const },
      parts: parts.map(({ code }) => ({ code, part: 'value' as const })),
    };
  });
  service.push(...rows);
  for (let at = 0; at < 5; at += 1)
    service.push(
      countedMeasure(
        `d${at}`,
        { unit: 'days', scale: 1, numeratorLabel: 'took … days' },
        series((start) => {
          const denominator = 1 + chance(30);
          return { start, numerator: String(denominator * 40 + chance(90)), denominator: String(denominator) };
        }),
      ),
    );
  return { service, wholes };
}
