import fc from 'fast-check';
import { parseFigure } from '@/lib/figure/figure-entry';
import { type Answered, answer } from './figure-answers';
import { alike, type Case, reference, written } from './rational-figures';
import { parsed } from './rational-spc';

const digits = fc.bigInt({ min: -9_999_999n, max: 9_999_999n });
const many = fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n });
const plain = (n: bigint, decimals: number) => parsedText(written(n, decimals));
const parsedText = (text: string) => (text === '-0' ? '0' : text);

/** A value that often lies on a limit, or half a last decimal from it, where rounding decides. */
const near = (limit: bigint, places: number, decimals: number) =>
  fc
    .record({
      half: fc.constantFrom(-1n, 0n, 1n),
      steps: fc.constantFrom(0n, 0n, 1n, -1n),
      dust: fc.constantFrom(0n, 0n, 1n, -1n),
    })
    .map(({ half, steps, dust }) => {
      const all = Math.max(places, decimals) + 2;
      const unit = 10n ** BigInt(all - decimals);
      return plain(limit * 10n ** BigInt(all - places) + steps * unit + half * (unit / 2n) + dust, all);
    });

const cases: fc.Arbitrary<Case> = fc
  .record({
    decimals: fc.integer({ min: 0, max: 4 }),
    places: fc.integer({ min: 0, max: 4 }),
    limit: fc.oneof(digits, fc.bigInt({ min: 0n, max: 1000n })),
    width: fc.bigInt({ min: -2n, max: 500n }),
    shape: fc.constantFrom('at_least' as const, 'at_most' as const, 'between' as const),
    watched: fc.nat(19),
    nearest: fc.boolean(),
  })
  .chain(({ decimals, places, limit, width, shape, watched, nearest }) => {
    const value = fc.oneof(
      near(limit, places, decimals),
      near(limit, places, decimals),
      digits.map((n) => plain(n, 3)),
      many.map((n) => plain(n, 6)),
    );
    const polarity =
      shape === 'at_least'
        ? ('higher' as const)
        : shape === 'at_most'
          ? ('lower' as const)
          : nearest
            ? ('nearest' as const)
            : ('higher' as const);
    return fc.record({
      value,
      parts: fc.option(
        fc.record({
          numerator: fc.nat(1_000_000).map(String),
          denominator: fc.integer({ min: 1, max: 1_000_000 }).map(String),
          scale: fc.constantFrom(1 as const, 100 as const, 1000 as const),
        }),
        { freq: 3 },
      ),
      before: value,
      shape: fc.constant(shape),
      green: fc.constant(plain(limit, places)),
      greenTo: fc.constant(plain(limit + width, places)),
      tolerance: fc.record({ size: fc.nat(2000).map((n) => plain(BigInt(n), 2)), share: fc.boolean() }),
      polarity: fc.constant(watched === 0 ? ('none' as const) : polarity),
      decimals: fc.constant(decimals),
      unit: fc.constantFrom(
        'percent' as const,
        'number' as const,
        'pounds' as const,
        'pounds_thousand' as const,
        'days' as const,
        'per_1000' as const,
      ),
      compareAs: fc.constantFrom('shown' as const, 'stored' as const),
      digitsFollow: fc.boolean(),
      outsideHundred: fc.boolean(),
      band: fc.option(fc.nat(300).map((n) => plain(BigInt(n), 2))),
    });
  });

/** In what the two differ, as words; empty where they agree. */
export function difference(example: Case, ours: Answered = answer(example)): string {
  const must = reference(example);
  const apart = (['rounded', 'shown', 'colour', 'direction'] as const).filter((what) => ours[what] !== must[what]);
  const words = apart.map((what) => `${what}: ${ours[what]}, must be ${must[what]}`);
  const limits = (amber: typeof ours.amber) => amber?.map((limit) => (limit === null ? null : parsed(limit))) ?? null;
  const [a, b] = [limits(ours.amber), must.amber];
  const same =
    a === null || b === null
      ? a === b
      : a.every((limit, i) => (limit && b[i] ? alike(limit, b[i]) : limit === (b[i] ?? null)));
  if (!same) words.push(`amber: ${ours.amber}`);
  // What is typed again from what is shown reads as what was shown.
  const typed = parseFigure(ours.shown, { unit: example.unit, outsideHundred: true, countsPeople: false });
  if (
    ours.rounded.replace(/\D/g, '').length <= 15 &&
    (!('value' in typed) || !alike(parsed(typed.value), parsed(must.rounded)))
  )
    words.push(`typed: ${JSON.stringify(typed)}`);
  return words.length > 0 ? `${words.join('; ')} – ${JSON.stringify(example)}` : '';
}

/** So many cases of a seed, the same every time. */
export const sample = (count: number, seed: number): Case[] => fc.sample(cases, { numRuns: count, seed });
