import type { ReadingText } from '@/lib/commentary/reading-text';
import { figureWords, joiningWords } from '@/lib/commentary/words/empty-words';
import { numberAt } from '@/lib/commentary/words/sentence-numbers';
import { stem, type Token, tidied } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import type { Unit } from '@/lib/measure/measure';
import type { Claim } from './change-words';

/** What the words of a measure are, so that a subject can be told to be its figure. */
export type Subject = {
  own: Set<string>;
  title: Set<string>;
  unit: Unit;
  isRatio: boolean;
  value: string | null;
  decimals: number;
};

const isContent = (word: string): boolean =>
  /^\p{L}{2,}/u.test(word) && !joiningWords.has(word) && !figureWords.has(word);

/** What is known of the subject of a reading's sentences. */
export function subjectOf({ measure, figures }: ReadingText): Subject {
  const { title, numeratorLabel, denominatorLabel, unit, scale, decimals } = measure;
  const words = (text: string) => tidied(text.replaceAll('|', ' ')).split(' ').filter(isContent).map(stem);
  return {
    own: new Set(words([title, numeratorLabel, denominatorLabel].join(' '))),
    // “Missed” in “missed bins” is a word of change elsewhere, and a name here.
    title: new Set(
      tidied(title)
        .split(' ')
        .filter((word) => /^\p{L}{2,}/u.test(word) && !joiningWords.has(word))
        .map(stem),
    ),
    unit,
    isRatio: scale !== null || unit === 'percent' || unit === 'score' || unit.startsWith('per_'),
    value: readingValue(figures, measure),
    decimals,
  };
}

const figureNouns = new Set(
  'performance figure figures rate rates result results measure indicator percentage proportion share average median score position outturn level compliance number total count it this we'.split(
    ' ',
  ),
);
/** A number, what it counts its unit in, or a word that stands for the figure. */
const openWord =
  /^(?:\d.*|it|this|that|we|per|cent|percent|points?|percentage|working|days?|weeks?|months?|hours?|minutes?|kilograms?|kg|tonnes?|pounds?)$/;
const isTime = (unit: Unit): boolean => /^(?:days|working_days|weeks|months|hours|minutes)$/.test(unit);
const stops = new Set(
  'and but that which who because as when if although though while whilst whereas so since after following despite where however then is are was were has have had or due with than'.split(
    ' ',
  ),
);
const auxiliaries = new Set(
  'has have is are was were be been being got become also again still now further just then therefore continues continued seen shows showed shown saw represents represented marks marked there remained remains stayed stays well a an the much even only slight small significant sharp marginal welcome modest big large considerable clear real another little by we'.split(
    ' ',
  ),
);

/** Whether a number is the reading's figure as it stands or rounded. */
export function isOwnFigure(value: string, { value: own, decimals }: Subject): boolean {
  if (own === null) return false;
  const places = value.split('.')[1]?.length ?? 0;
  return [own, round(own, decimals), round(own, Math.min(places, decimals))].some((figure) =>
    new Exact(figure).eq(value),
  );
}

/** Whether the words of a noun phrase are those of the measure's figure, and of nothing else. */
function namesFigure(phrase: Token[], subject: Subject, isLoose = false): boolean {
  const words = phrase.filter(({ text }) => /[\p{L}\d]/u.test(text)).map(({ lower }) => lower.replace(/'s$/, ''));
  // “Starts at the higher levels”: a part of what is counted.
  const at = words.findIndex((word) => /^(?:at|among|within)$/.test(word));
  if (at >= 0 && words.slice(at + 1, at + 5).some((word) => /^(?:levels?|grades?|ages?|bands?|ends?)$/.test(word)))
    return false;
  const content = words.filter(isContent).map(stem);
  if (
    content.some(
      (word) => !subject.own.has(word) && !/^(council|servic|overall|northumberland|this|that|public)/.test(word),
    )
  )
    return false;
  const noun = words.find((word) => figureNouns.has(word));
  const named = new Set(words.map(stem));
  const covered = [...subject.title].filter((word) => named.has(word)).length;
  // What is “on target” is the measure, also where it is called by one of its words.
  if (isLoose && content.length > 0) return covered > 0;
  const most = covered * 10 >= subject.title.size * 6 && covered > 0;
  if (/^(?:percentage|proportion|share)$/.test(noun ?? '')) return subject.unit === 'percent';
  if (/^(?:number|total|count)$/.test(noun ?? ''))
    return !subject.isRatio && !isTime(subject.unit) && (content.length === 0 || covered > 0);
  if (noun !== undefined) return noun !== 'we';
  if (isTime(subject.unit))
    return (
      words.some((word) => /^(?:times?|waits?|waiting|duration|delays?)$/.test(word)) &&
      (content.length === 0 || covered > 0)
    );
  return subject.isRatio ? most : covered > 0;
}

/** The words of the phrase that ends before a token, back to the next boundary. */
function phraseBefore(tokens: Token[], end: number): Token[] {
  let from = end;
  while (from > 0 && end - from < 18) {
    const { lower, text } = tokens[from - 1] as Token;
    if (stops.has(lower) || /^[,;:()–—.]$/.test(text)) break;
    from -= 1;
  }
  return tokens.slice(from, end);
}

/** Whether the words before a token, verbs such as “is” and “remains” apart, are the measure's figure. */
export function isSubjectBefore(tokens: Token[], first: number, subject: Subject): boolean {
  let end = first;
  while (end > 0 && (auxiliaries.has(tokens[end - 1]?.lower ?? '') || /ly$/.test(tokens[end - 1]?.lower ?? '')))
    end -= 1;
  const phrase = phraseBefore(tokens, end).filter(({ text }) => /[\p{L}\d]/u.test(text));
  const isOpen = phrase.every(({ lower }) => openWord.test(lower));
  if (!isOpen) return namesFigure(phrase, subject, true);
  return end === 0 || hasOwnFigure(tokens, end - 12, end, subject) || (end <= 3 && phrase.length > 0);
}

/** Whether the reading's own figure stands in a part of a sentence. */
function hasOwnFigure(tokens: Token[], from: number, until: number, subject: Subject): boolean {
  for (let at = Math.max(0, from); at < until; at += 1) {
    const number = numberAt(tokens, at);
    if (number && isOwnFigure(number.value, subject)) return true;
    if (number) at = number.next - 1;
  }
  return false;
}

const goesOn =
  /^(?:[.,;:!)–—%-]|to|from|by|on|in|since|over|at|compared|again|further|and|for|during|against|than|as|when|but|with|slightly|significantly|steadily|sharply|markedly|more|only|\p{L}+ly|\d.*|between|each|every|because|due|following|after|while|though|although|year|month|quarter|within|below|above|outside|so|which|until|through|throughout|still|just|too|back|well|nearly|almost|around|about)$/u;

/** What a verb of change has as its object, such as “training” in “improved training”; null where it has none. */
function objectOf(tokens: Token[], { kind, next }: Claim): Token[] | null {
  const word = tokens[next]?.lower ?? '';
  if (kind !== 'verb' || word === '' || goesOn.test(word)) return null;
  if (/^(?:this|last)$/.test(word) && /^(?:month|quarter|year|period|term|time)/.test(tokens[next + 1]?.lower ?? ''))
    return null;
  let until = next;
  while (
    until < tokens.length &&
    until - next < 12 &&
    !stops.has(tokens[until]?.lower ?? '') &&
    !/^(?:[,;:.()–—]|from|to|by|at)$/.test(tokens[until]?.lower ?? '')
  )
    until += 1;
  return tokens.slice(next, until);
}

/** Whether a claim of change is about the reading's figure. `from` and `until` bound the part of the sentence that is the claim's own. */
export function isAboutFigure(
  tokens: Token[],
  claim: Claim,
  { from, until }: { from: number; until: number },
  subject: Subject,
): boolean {
  const object = objectOf(tokens, claim);
  if (object) return object.some(({ lower }) => figureNouns.has(lower)) && namesFigure(object, subject);
  let end = claim.first;
  if (claim.kind === 'noun' && tokens[claim.next]?.lower === 'in') {
    const inWhat = phraseAfter(tokens, claim.next + 1);
    return namesFigure(inWhat, subject);
  }
  while (end > 0 && (auxiliaries.has(tokens[end - 1]?.lower ?? '') || /ly$/.test(tokens[end - 1]?.lower ?? '')))
    end -= 1;
  const phrase = phraseBefore(tokens, end);
  const words = phrase.filter(({ text }) => /[\p{L}\d]/u.test(text));
  const figureNear = hasOwnFigure(tokens, Math.max(from, claim.first - 12), Math.min(until, claim.next + 14), subject);
  // “Up from 70%”, “, down on last year”: the figure itself is the subject.
  if (words.length === 0 || words.every(({ lower }) => openWord.test(lower))) {
    if (words.some(({ lower }) => /^\d/.test(lower))) return figureNear;
    return (
      figureNear ||
      (words.length > 0 ? words.some(({ lower }) => /^(?:it|this)$/.test(lower)) && end <= 3 : claim.first === 0)
    );
  }
  return namesFigure(phrase, subject);
}

function phraseAfter(tokens: Token[], first: number): Token[] {
  let until = first;
  while (
    until < tokens.length &&
    until - first < 14 &&
    !stops.has(tokens[until]?.lower ?? '') &&
    !/^(?:[,;:.()–—]|from|to|by|at|on|this)$/.test(tokens[until]?.lower ?? '')
  )
    until += 1;
  return tokens.slice(first, until);
}
