import type { Finding } from '@/lib/commentary/finding';
import type { HiddenNumber, ReadingText } from '@/lib/commentary/reading-text';
import { figureWords, joiningWords } from '@/lib/commentary/words/empty-words';
import { countsNothing, countsOtherThings } from '@/lib/commentary/words/number-uses';
import { isPercent, type SentenceNumber, sentenceNumbers } from '@/lib/commentary/words/sentence-numbers';
import { type Prose, prosesOf, quoted, type Sentence, type Token } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';

const people = new Set(
  'child children young people person persons resident residents pupil pupils student students adult adults client clients family families carer carers leaver leavers offender offenders patient patients household households man woman men women boy boys girl girls baby babies individual individuals case cases plan plans sentence sentences referral referrals placement placements applicant applicants tenant tenants them'.split(
    ' ',
  ),
);
const are = new Set('were was are is have had has of'.split(' '));
/** Words that count without being numbers, and what they count. */
const countingWords = new Map<string, string>([
  ['no', '0'],
  ['none', '0'],
  ['nobody', '0'],
  ['nil', '0'],
  ['single', '1'],
  ['sole', '1'],
  ['couple', '2'],
  ['pair', '2'],
  ['both', '2'],
  ['dozen', '12'],
]);
const everybody = new Set(['all', 'every', 'everyone', 'everybody', 'each']);

const isNoun = (word: string): boolean => !joiningWords.has(word) && !figureWords.has(word);

type Search = { text: ReadingText; value: string | null; counted: Set<string> };

/** B7: a number that disclosure control hides, in digits, in words, or as “none”, “both” and “all”. Source: docs/rules.md, Language. */
export function hiddenNumberFindings(text: ReadingText): Finding[] {
  if (text.hidden.length === 0) return [];
  const { numeratorLabel, denominatorLabel, title } = text.measure;
  const labels = [numeratorLabel, denominatorLabel, title].join(' ').toLowerCase();
  const search: Search = {
    text,
    value: readingValue(text.figures, text.measure),
    counted: new Set([...people, ...(labels.match(/\p{L}{4,}/gu) ?? []).filter(isNoun)]),
  };
  return prosesOf(text).flatMap((prose) =>
    prose.sentences.flatMap((sentence) => [
      ...numbersFound(prose, sentence, search),
      ...wordsFound(prose, sentence, search),
    ]),
  );
}

const finding = (prose: Prose, first: Token, last: Token, { what }: HiddenNumber): Finding => ({
  rule: 'B7',
  place: prose.place,
  ...quoted(prose, first.from, last.until),
  sentence: `This tells the public a number that is hidden: ${what}.`,
  mend: 'Say it without the number, and without words such as “all” and “none” that give it away.',
});

function numbersFound(prose: Prose, { tokens }: Sentence, search: Search): Finding[] {
  return sentenceNumbers(tokens).flatMap((number): Finding[] => {
    const hidden = search.text.hidden.find((one) => isSame(one, number, tokens, search));
    if (!hidden || countsNothing(tokens, number) || countsOtherThings(tokens, number, search.counted)) return [];
    return [finding(prose, tokens[number.first] as Token, tokens[number.next - 1] as Token, hidden)];
  });
}

/** Whether a number in the words is a hidden one, also rounded; a percentage is only ever the hidden figure itself. */
function isSame({ value }: HiddenNumber, number: SentenceNumber, tokens: Token[], search: Search): boolean {
  const isFigure =
    search.value !== null &&
    [search.value, round(search.value, search.text.measure.decimals)].some((figure) => new Exact(figure).eq(value));
  const percent = isPercent(tokens, number);
  if (percent && !isFigure && new Exact(value).isInteger()) return false;
  const fair = !new Exact(value).isInteger() && (percent || number.decimals > 0);
  return new Exact(number.value).eq(fair ? round(value, number.decimals) : value);
}

function wordsFound(prose: Prose, { tokens }: Sentence, { text, counted }: Search): Finding[] {
  const { numerator, denominator } = text.figures;
  const hiddenAs = (count: string | null) =>
    count === null ? undefined : text.hidden.find(({ value }) => new Exact(value).eq(count));
  const allOfThem = numerator !== null && numerator === denominator ? hiddenAs(numerator) : undefined;
  return tokens.flatMap((token, index): Finding[] => {
    const count = countingWords.get(token.lower);
    const hidden = count === undefined ? (everybody.has(token.lower) ? allOfThem : undefined) : hiddenAs(count);
    if (!hidden) return [];
    const following = tokens.slice(index + 1, index + 5);
    const counts = following.some(({ lower }) => counted.has(lower)) || are.has(following[0]?.lower ?? '');
    // “No” and “single” count only the noun right behind them: “no change in the number of children”.
    const near =
      token.lower !== 'no' && token.lower !== 'single'
        ? counts
        : following.slice(0, 2).some(({ lower }) => counted.has(lower));
    return near || token.lower === 'everyone' || token.lower === 'nobody' ? [finding(prose, token, token, hidden)] : [];
  });
}
