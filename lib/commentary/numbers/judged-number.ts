import type { Exemption, NumberToken, PlacedNumber } from '../prose/number-token';
import { otherwise } from './another-thing';
import type { KnownNumber, KnownParts } from './known-number';
import { differenceFor, saysDifference } from './number-difference';
import { fractionFor, givesTheFigure, inMeasureWords, matches, partsFor } from './number-match';
import { figureProses, type ReadProse, type ReadWords, sentenceOf } from './read-words';
import { swapped } from './shares-check';

/** A number in prose with what it is: a known figure, a difference of two, no figure at all, or unknown. */
export type JudgedNumber = {
  token: NumberToken;
  prose: ReadProse;
  /** For each of its numbers, the known numbers that it may be; empty where it is none. */
  known: { number: PlacedNumber; may: KnownNumber[] }[];
  parts: KnownParts[];
  difference: [KnownNumber, KnownNumber] | null;
  /** Of a difference that is none: two figures that it may be meant between, and their difference. */
  meant: { pair: [KnownNumber, KnownNumber]; size: string } | null;
  exempt: Exemption | null;
  verdict: 'known' | 'exempt' | 'unknown' | 'swapped';
};

/** How many figures that a sentence mentions a difference may be between. */
const mostMentioned = 6;

/** What a number is by itself, before differences are looked for. */
function alone(token: NumberToken, prose: ReadProse, words: ReadWords): JudgedNumber {
  const judged: JudgedNumber = {
    token,
    prose,
    known: [],
    parts: [],
    difference: null,
    meant: null,
    exempt: token.exempt,
    verdict: token.exempt ? 'exempt' : 'unknown',
  };
  if (token.exempt) return judged;
  if (token.kind === 'share') {
    const parts = partsFor(token.numbers, words);
    const { isPast, dates } = sentenceOf(prose, token);
    // Where the reading has parts of its own, only words on another time or place can mean a figure that has none.
    const isOwn = words.parts.some(({ role }) => role === 'own') && !isPast && dates.length === 0;
    // One of its own two numbers beside another is meant for its own: "22 of 42" where 22 of 40 is right.
    const isHalf = words.parts.some(
      ({ role, numerator, denominator }) =>
        role === 'own' && (token.numbers[0]?.value === numerator || token.numbers[1]?.value === denominator),
    );
    const given = parts.length > 0 || isOwn || isHalf ? [] : givesTheFigure(token.numbers, words);
    if (parts.length > 0 || given.length > 0) return { ...judged, parts, verdict: 'known' };
    return swapped(token, prose, words) ? { ...judged, verdict: 'swapped' } : judged;
  }
  if (token.kind === 'fraction') return fractionFor(token, words).length > 0 ? { ...judged, verdict: 'known' } : judged;
  const known = token.numbers.map((number) => ({ number, may: matches(number, token, words) }));
  const all = known.every(({ number, may }) => may.length > 0 || inMeasureWords(number, token, words));
  return { ...judged, known, verdict: all ? 'known' : 'unknown' };
}

/** What a number that may be a difference is, with the figures that its sentence mentions. */
function asDifference(judged: JudgedNumber, mentioned: KnownNumber[], words: ReadWords): JudgedNumber {
  const { token, prose } = judged;
  const { pair, nearest } = differenceFor(token, prose, mentioned, words);
  if (pair) return { ...judged, known: [], difference: pair, verdict: 'known' };
  const before = prose.text.lexemes[token.from - 1]?.lower;
  // “Overspent by £640k the year before” is the figure itself.
  const verb = prose.text.lexemes[token.from - 2]?.lower ?? '';
  const isFigure = judged.verdict === 'known' && /^(?:over|under)(?:spent|spend|spending|ran|achieved)$/.test(verb);
  const mustBe = token.kind === 'points' || (before === 'by' && !isFigure);
  if (mustBe) return { ...judged, known: [], meant: nearest, verdict: 'unknown' };
  return judged.verdict === 'known' ? judged : { ...judged, meant: nearest };
}

/** Every number of the texts that speak of the figure, with what it is. Source: docs/rules.md, Numbers and dates. */
export function judgedNumbers(words: ReadWords): JudgedNumber[] {
  return figureProses(words).flatMap((prose) => {
    const first = prose.numbers.map((token) => alone(token, prose, words));
    const mentioned = new Map<number, KnownNumber[]>();
    for (const { token, known } of first) {
      if (saysDifference(token, prose)) continue;
      const here = mentioned.get(token.sentence) ?? [];
      for (const { may } of known) if (here.length < mostMentioned) here.push(...may.slice(0, 2));
      mentioned.set(token.sentence, here);
    }
    return first.map((judged) => {
      const { token } = judged;
      if (judged.exempt || judged.verdict === 'swapped') return judged;
      const answer = saysDifference(token, prose)
        ? asDifference(judged, mentioned.get(token.sentence) ?? [], words)
        : judged;
      if (answer.verdict === 'known') return answer;
      const exempt = otherwise(token, prose, words);
      return exempt ? { ...answer, exempt, verdict: 'exempt' } : answer;
    });
  });
}
