import type { Exemption, NumberToken, PlacedNumber } from '../prose/number-token';
import { nounBehind, speaksOfAnother } from './clause-words';
import { saysDifference } from './difference-words';
import type { KnownNumber, KnownParts } from './known-number';
import { asPercentOf, differenceFor, type Meant } from './number-difference';
import { fractionFor, givesTheFigure, inMeasureWords, matches, partsFor } from './number-match';
import { partsOfParts } from './parts-of-parts';
import { exemptionOf } from './passed-over';
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
  /** Of a difference that is none: two figures that it may be meant between, their difference, and its digits where it is one slip from one. */
  meant: Meant | null;
  exempt: Exemption | null;
  verdict: 'known' | 'exempt' | 'unknown' | 'swapped';
};

/** How many figures that a sentence mentions a difference may be between. */
const mostMentioned = 6;

/** "4.2 out of 5": a mark on a scale, whose end is no figure. */
const isMark = ({ numbers: [, y] }: NumberToken, { reading: { measure } }: ReadWords): boolean =>
  (measure.unit === 'score' || (measure.unit === 'number' && measure.decimals > 0)) &&
  measure.scale === null &&
  /^(?:4|5|6|7|10|100)$/.test(y?.value ?? '');

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
  if (token.kind === 'share' && isMark(token, words)) {
    const [number] = token.numbers;
    const may = number ? matches(number, token, words) : [];
    return { ...judged, known: number ? [{ number, may }] : [], verdict: may.length > 0 ? 'known' : 'unknown' };
  }
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

/** How many numbers of a text are looked at closely: a longer row of numbers is no commentary. */
const mostClosely = 400;

/** "186 more (11%)": the difference that a percentage behind it, in brackets or after "or", is meant as in per cent. */
function differenceBehind({ kind, from, sentence }: NumberToken, judged: JudgedNumber[], words: ReadWords) {
  if (kind !== 'percent' || words.reading.measure.unit === 'percent') return null;
  const before = judged.findLast(({ exempt }, index) => exempt === null || index < judged.length - 4);
  if (!before?.difference || before.token.sentence !== sentence || from - before.token.until > 12) return null;
  const { lexemes } = before.prose.text;
  let at = from - 1;
  while (
    at > before.token.until &&
    /^(?:about|over|under|just|nearly|almost|roughly|some)$/.test(lexemes[at]?.lower ?? '')
  )
    at -= 1;
  return /^(?:[(]|or)$/.test(lexemes[at]?.lower ?? '') ? before.difference : null;
}

/** What a number is that no word calls a difference, and that is one: "186 (11%) more", "£88k, or 8%, better off". */
function asBareDifference(judged: JudgedNumber, words: ReadWords): JudgedNumber {
  const { token, prose } = judged;
  const isPercent = words.reading.measure.unit === 'percent' && token.kind === 'percent';
  if (isPercent || token.kind === 'share' || token.kind === 'fraction' || token.kind === 'range') return judged;
  // “Nine engineers left” is no difference, whichever two figures are nine apart.
  if (token.kind === 'plain' && nounBehind(token, prose, words) === 'another') return judged;
  if (speaksOfAnother(token, prose, words)) return judged;
  const { pair } = differenceFor(token, prose, [], words);
  return pair ? { ...judged, known: [], difference: pair, verdict: 'known' } : judged;
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
    const second: JudgedNumber[] = [];
    let bare = 0;
    for (const judged of first) {
      const { token, verdict, exempt } = judged;
      const isOpen = exempt === null && verdict !== 'swapped';
      const pair = isOpen ? differenceBehind(token, second, words) : null;
      const same = pair && asPercentOf(token, pair);
      if (same) {
        const { pair: difference, nearest } = same;
        second.push({ ...judged, known: [], difference, meant: nearest, verdict: difference ? 'known' : 'unknown' });
      } else if (isOpen && saysDifference(token, prose))
        second.push(asDifference(judged, mentioned.get(token.sentence) ?? [], words));
      else if (isOpen && verdict !== 'known' && bare < mostClosely) {
        bare += 1;
        second.push(asBareDifference(judged, words));
      } else second.push(judged);
    }
    const parts = partsOfParts(second, words);
    const given = new Set(
      second.filter(({ known }) => known.some(({ may }) => may.length > 0)).map(({ token }) => token.sentence),
    );
    const third: JudgedNumber[] = [];
    let closely = 0;
    for (const judged of second) {
      const isOpen = judged.verdict === 'unknown' && closely < mostClosely;
      if (isOpen) closely += 1;
      const givesFigure = given.has(judged.token.sentence);
      const exempt = isOpen ? exemptionOf(judged, third.at(-1), parts, givesFigure, words) : null;
      // “Quarter by quarter 18, 29 and 17”: an earlier figure among the parts of this one is not stale.
      const isOld = judged.known.every(({ may }) => may.every(({ role }) => role === 'earlier'));
      if (
        judged.verdict === 'known' &&
        isOld &&
        judged.token.kind === 'plain' &&
        !judged.difference &&
        parts.has(judged)
      )
        third.push({ ...judged, exempt: 'part', verdict: 'exempt' });
      else third.push(exempt ? { ...judged, exempt, verdict: 'exempt' } : judged);
    }
    return third;
  });
}
