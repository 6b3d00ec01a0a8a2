import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import type { Finding, Place } from '../finding';
import type { PlacedNumber } from '../prose/number-token';
import { rewritten } from '../prose/written-number';
import type { ReadingText } from '../reading-text';
import { type JudgedNumber, judgedNumbers } from './judged-number';
import type { KnownNumber, KnownParts } from './known-number';
import { type ReadProse, type ReadWords, readWords, sentenceOf } from './read-words';

/** A number in the words that equals a known figure, bound to it by its key, or to the difference of two. JSON-safe. */
export type BoundNumber = {
  place: Place;
  number: PlacedNumber;
  keys: [string] | [string, string];
  /** What the figure is called: "the figure for June 2018", "the target". */
  what: string;
  /** The sentence that it stands in, exactly, and where that begins. */
  sentence: string;
  sentenceAt: number;
};

/** The one that the words before a number make likely where it equals several known ones: else the reading's own. */
function likeliest(may: KnownNumber[], { token, prose }: JudgedNumber): KnownNumber | undefined {
  const before = prose.text.lexemes.slice(Math.max(0, token.from - 5), token.from).map(({ lower }) => lower);
  const spans = sentenceOf(prose, token)
    .dates.slice(0, 50)
    .flatMap((date) => date.spans);
  const isDated = ({ role, span }: KnownNumber) =>
    role !== 'own' && span !== null && spans.some(({ from, until }) => from === span.from && until === span.until);
  const isEarlier = ({ role }: KnownNumber) => role === 'comparator' || role === 'earlier';
  const target = before.includes('target') ? may.find(({ role }) => role === 'target') : undefined;
  const earlier = before.some((word) => /^(?:from|than|against|last|previous)$/.test(word))
    ? may.find(isEarlier)
    : undefined;
  return (
    target ?? may.find(isDated) ?? earlier ?? may.find(({ role, part }) => role === 'own' && part !== 'rest') ?? may[0]
  );
}

/** The parts that "x of y" names, as two bound keys. */
function partsBound({ parts, token }: JudgedNumber): { number: PlacedNumber; key: string; what: string }[] {
  const [x, y] = token.numbers;
  const pair: KnownParts | undefined = parts.find(({ role }) => role === 'own') ?? parts[0];
  if (!pair || !x || !y) return [];
  const isPart = pair.numerator === x.value;
  return [
    { number: x, key: `${pair.key}/${isPart ? 'numerator' : 'rest'}`, what: pair.what },
    { number: y, key: `${pair.key}/denominator`, what: pair.what },
  ];
}

/** What one number of the words is bound to; nothing where it is no known figure. */
function boundOf(judged: JudgedNumber): BoundNumber[] {
  const { token, prose, difference, verdict } = judged;
  if (verdict !== 'known') return [];
  const sentence = sentenceOf(prose, token);
  const bind = (number: PlacedNumber, keys: BoundNumber['keys'], what: string): BoundNumber => ({
    place: prose.place,
    number,
    keys,
    what,
    sentence: sentence.quote,
    sentenceAt: sentence.at,
  });
  const first = token.numbers[0];
  if (difference && first)
    return [
      bind(
        first,
        [difference[0].key, difference[1].key],
        `the difference between ${difference[0].what} and ${difference[1].what}`,
      ),
    ];
  if (token.kind === 'share') return partsBound(judged).map(({ number, key, what }) => bind(number, [key], what));
  return judged.known.flatMap(({ number, may }) => {
    const known = likeliest(may, judged);
    return known ? [bind(number, [known.key], known.what)] : [];
  });
}

/** Each number in the comments and the public note that equals a known figure, with which. Source: docs/rules.md, Numbers and dates. */
export const boundNumbers = (text: ReadingText): BoundNumber[] => judgedNumbers(readWords(text)).flatMap(boundOf);

/** What a bound number should say now; null where its figure is not there any more. */
function valueNow({ keys, number }: BoundNumber, { known, reading }: ReadWords): string | null {
  const [one, other] = keys.map((key) => known.find((candidate) => candidate.key === key)?.value ?? null);
  if (one === undefined || one === null) return null;
  if (keys.length === 1) return one;
  if (other === undefined || other === null) return null;
  const places = Math.max(reading.measure.decimals, number.decimals);
  return new Exact(round(one, places)).minus(round(other, places)).abs().toFixed();
}

/** One percentage point, several percentage points. */
const withPoints = (text: string): string =>
  text.replaceAll(
    /\b(\d[\d.,]*) percentage points?\b/g,
    (_, size) => `${size} percentage ${size === '1' ? 'point' : 'points'}`,
  );

const isStill = (prose: ReadProse | undefined, { number }: BoundNumber, text: string | null): boolean =>
  prose !== undefined && (text ?? '').slice(number.at, number.at + number.quote.length) === number.quote;

/**
 * Which words are wrong now that the figures have changed: one finding for each sentence, with the mended sentence as `instead`.
 * `bound` is what the words were bound to before the change; words that were written anew since are not judged by it.
 */
export function afterChange(bound: BoundNumber[], newText: ReadingText): Finding[] {
  const words = readWords(newText);
  const sentences = new Map<
    string,
    { bound: BoundNumber; changes: { number: PlacedNumber; value: string }[]; what: string[] }
  >();
  for (const one of bound) {
    const { place, sentence, sentenceAt, number } = one;
    const text = place.field === 'publicNote' ? newText.publicNote : newText.comments;
    const prose = words.proses.find((candidate) => candidate.place.field === place.field);
    if (!isStill(prose, one, text) || text?.slice(sentenceAt, sentenceAt + sentence.length) !== sentence) continue;
    const value = valueNow(one, words);
    if (value === null || round(value, number.decimals) === round(number.value, number.decimals)) continue;
    const key = `${place.field} ${sentenceAt}`;
    const entry = sentences.get(key) ?? { bound: one, changes: [], what: [] };
    entry.changes.push({ number, value });
    if (!entry.what.includes(one.what)) entry.what.push(one.what);
    sentences.set(key, entry);
  }
  return [...sentences.values()].flatMap(({ bound: { place, sentence, sentenceAt }, changes, what }): Finding[] => {
    const instead = withPoints(rewritten(sentence, sentenceAt, changes));
    if (instead === sentence) return [];
    const numbers = changes.map(({ number }) => `“${number.quote}”`).join(', ');
    const words = `${numbers} ${changes.length === 1 ? 'was' : 'were'} ${what.join(' and ')}, which has changed.`;
    return [
      { rule: 'W1', place, quote: sentence, at: sentenceAt, sentence: words, mend: `Write: ${instead}`, instead },
    ];
  });
}
