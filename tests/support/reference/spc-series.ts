import fc from 'fast-check';
import { type Analysis, analyse, type Settings } from '@/lib/spc/spc';

/** A series as it is read: '50 52 – 48', with a dash for a gap. */
export const series = (text: string): (string | null)[] => text.split(' ').map((word) => (word === '–' ? null : word));

/** The signals of each point that has any, by index: { 12: ['outside high'] }. */
export const flagged = ({ points }: Analysis): Record<number, string[]> =>
  Object.fromEntries(
    points.flatMap(({ signals }, i) =>
      signals.length === 0 ? [] : [[i, signals.map(({ rule, way }) => `${rule} ${way}`)]],
    ),
  );

/** The same signals for each index from one to another. */
export const spread = (from: number, to: number, ...signals: string[]) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, signals]));

/** The analysis of a series as it is read; higher is better unless it says otherwise. */
export const ask = (text: string, settings: Partial<Settings> = {}) =>
  analyse(series(text), { improvement: 'higher', ...settings });

/**
 * 13 figures: 50 + 52 + 48 + 51 + 49 + 53 + 47 = 350 and 50 + 52 + 48 + 51 + 49 + 50 = 300; 650 ÷ 13 = 50.
 * Ranges 2 4 3 2 4 6 3 2 4 3 2 1 = 36; 36 ÷ 12 = 3; 2.66 × 3 = 7.98; two thirds of it 5.32.
 */
export const steady = '50 52 48 51 49 53 47 50 52 48 51 49 50';

const wild = (pair: string, times: number): string => Array.from({ length: times }, () => pair).join(' ');

/** Twenty figures up and down about 50, then seven above the mean of (1000 + 378) ÷ 27 = 51.04, or below that of 48.96. */
export const high = `${wild('60 40', 10)} 56 52 55 53 56 52 54`;
export const low = `${wild('40 60', 10)} 44 48 45 47 44 48 46`;

/** The same twenty, then seven that fall and lie above the mean of (1000 + 385) ÷ 27 = 51.30. */
export const falling = `${wild('60 40', 10)} 58 57 56 55 54 53 52`;

/** Ten about 50, then seven that rise through it: 47 + … + 53 = 350, so that the mean is 50. */
export const rising = `${wild('40 60', 5)} 47 48 49 50 51 52 53`;

/** Seven below 50 and seven above it: each is part of a run, so that all fourteen are signals. */
export const moved = '44 48 45 47 44 48 46 56 52 55 53 56 52 54';

/** A series with what is asked of it. */
export type Case = { values: (string | null)[]; settings: Required<Settings> & { target: string | null } };

/** A whole number with its last digits behind a point. */
export const decimal = (count: number, places: number): string => {
  const digits = String(Math.abs(count)).padStart(places + 1, '0');
  return `${count < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}${places ? `.${digits.slice(-places)}` : ''}`;
};

/** Few different figures give ties and points on the mean; walks and steps give trends, shifts and gaps among them. */
const wholes = fc.oneof(
  fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 20 }),
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 13, maxLength: 50 }),
  fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 13, maxLength: 50 }),
  fc
    .array(fc.tuple(fc.constantFrom(-1, 1), fc.integer({ min: 1, max: 10 })), { minLength: 3, maxLength: 9 })
    .map((walks) => walks.flatMap(([way, length]) => Array.from({ length }, () => way)))
    .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, 0))),
  fc
    .array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 9 })
    .map((levels) => levels.flatMap(([level, length]) => Array.from({ length }, (_, i) => level * 2 + (i % 2)))),
);

/** Series with gaps, ties, rebases and screening. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    wholes,
    places: fc.integer({ min: 0, max: 4 }),
    gaps: fc.oneof(
      { weight: 8, arbitrary: fc.array(fc.nat(49), { maxLength: 4, size: 'small' }) },
      { weight: 1, arbitrary: fc.constant(Array.from({ length: 40 }, (_, i) => i * 2)) },
    ),
    rebase: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(49), { maxLength: 2 })),
    improvement: fc.constantFrom<Case['settings']['improvement'][]>('higher', 'lower', 'nearest', 'none'),
    target: fc.option(fc.integer({ min: -12, max: 12 })),
    screen: fc.boolean(),
    people: fc.oneof(
      { weight: 3, arbitrary: fc.constant<(number | null)[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.option(fc.integer({ min: 15, max: 26 })), { maxLength: 50 }) },
    ),
  })
  .map(({ wholes: counts, places, gaps, rebase, improvement, target, screen, people }) => ({
    values: counts.map((count, i) => (gaps.includes(i) ? null : decimal(count, places))),
    settings: {
      improvement,
      target: target === null ? null : decimal(target, places),
      rebaseAt: rebase.filter((at) => at < counts.length),
      screen,
      people,
    },
  }));
