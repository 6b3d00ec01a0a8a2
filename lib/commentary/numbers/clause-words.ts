import { type Unit, units } from '@/lib/measure/measure';
import type { NumberToken } from '../prose/number-token';
import { figureWords, idleWords, joiningWords } from '../words/empty-words';
import { type ReadProse, type ReadWords, sentenceOf, stem } from './read-words';

/** The part of a sentence that a number stands in, between its commas and conjunctions. */
export type Clause = { from: number; until: number; words: ReadonlySet<string>; text: string };

const conjunctions = /^(?:but|although|though|while|whilst|whereas|albeit|because|which|and|however)$/;
const furthest = 24;

/** The clause of a number: from the last boundary before it up to the next one. */
export function clauseOf(
  { from, until }: Pick<NumberToken, 'from' | 'until'>,
  prose: ReadProse,
  sentence: { sentence: number },
): Clause {
  const { lexemes, plain } = prose.text;
  const { from: begins, until: ends } = sentenceOf(prose, sentence);
  const isBoundary = (at: number): boolean => {
    const { lower = '', kind } = lexemes[at] ?? {};
    if (kind === 'mark') return lower === ',' || lower === ':';
    // “Between April and June” goes on.
    return conjunctions.test(lower) && !(lower === 'and' && /^[A-Z]/.test(lexemes[at + 1]?.text ?? ''));
  };
  let [low, high] = [from, until];
  while (low > begins && from - low < furthest && !isBoundary(low - 1)) low -= 1;
  while (high < ends && high - until < furthest && !isBoundary(high)) high += 1;
  const text = plain.text.slice(lexemes[low]?.start ?? 0, lexemes[high - 1]?.end ?? 0).toLowerCase();
  return { from: low, until: high, words: new Set(lexemes.slice(low, high).map(({ lower }) => lower)), text };
}

const people =
  /^(?:child|children|people|persons?|cases?|famil(?:y|ies)|plans?|referrals?|residents?|households?|boys|girls|babies|pupils|young|clients?|women|men|patients)$/;
/** Words that stand between a number and its noun. */
const describing =
  /^(?:new|more|additional|further|extra|other|different|key|main|large|small|local|whole|full|long|short|old|older|young|younger|late|early|big|bigger|of|the|our|these|those|its|their|such|working|\p{L}{4,}(?:ed|al|ic|ive|ary))$/u;
/** Behind one of these a number has no noun of its own. */
const bare =
  /^(?:is|are|was|were|be|been|has|have|had|in|on|at|by|for|from|to|with|against|since|after|before|during|than|as|and|or|but|this|that|which|who|last|over|under|above|below|again|between|per|each|so|if|when|because|compared|now|still|only|just|up|down|more|fewer|less|higher|lower|better|worse|short|shy|out|off|too|did|do|does|will|would|could|can|on|left|it|we|they|there|here|overall|altogether|together|across|all|both|every|a|an|ahead|behind|until|within|throughout|among|cent|inside|outside|about|not|no|nor|yet|while|though|although|others|put|done|gone|made|taken|seen|found)$/;

const shortUnits: Record<string, Unit> = {
  min: 'minutes',
  mins: 'minutes',
  hrs: 'hours',
  wks: 'weeks',
  kg: 'kilograms',
};

export type Noun = 'own' | 'another' | 'none';

const ownStem = (lower: string, { vocabulary, phrases }: ReadWords): boolean => {
  if (lower.length === 3) return phrases.includes(` ${lower} `) && !joiningWords.has(lower);
  const own = stem(lower);
  return own !== '' && vocabulary.has(own);
};

/** Whether what a number counts is named behind it, and is what the measure counts. */
export function nounBehind(token: NumberToken, prose: ReadProse, words: ReadWords): Noun {
  const { lexemes } = prose.text;
  const end = Math.min(sentenceOf(prose, token).until, token.until + 5);
  const { unit } = words.reading.measure;
  const { noun } = units[unit];
  for (let at = token.until; at < end; at += 1) {
    const { kind, lower } = lexemes[at] ?? { kind: 'mark', lower: '' };
    if (kind !== 'word' || /n't$/.test(lower)) return 'none';
    if (shortUnits[lower] === unit) return 'own';
    if (noun?.some((word) => word.split(' ').at(-1) === lower) || people.test(lower) || ownStem(lower, words))
      return 'own';
    if (lower === 'full' && lexemes[at + 1]?.lower === 'time' && !words.phrases.includes(' full ')) return 'another';
    if (describing.test(lower)) continue;
    return bare.test(lower) || figureWords.has(lower) ? 'none' : 'another';
  }
  return 'none';
}

/** Words that compare, count or order, and name nothing. */
const neutral =
  /^(?:fewer|cheaper|dearer|quicker|slower|faster|longer|shorter|lighter|heavier|earlier|later|shy|adrift|consecutive|third|fourth|running|row|trot|use|used|roughly|exactly|nearly|barely|overall|altogether|combined|part|half|coverage|uptake|usage|provision|compliance|expenditure|thanks|welcome|target|promised|wanted|spring|summer|autumn|winter|christmas|easter)$/;

/** Nouns that stand for the figure: “the rate is 9% lower”; “the response rate” is another one. */
const generic = /^(?:figure|rate|result|measure|outturn|total|average|share|proportion|percentage)$/;

const moves = /^(?:were|are|was|is|have|rose|fell|grew|went|up|down|increased|decreased|climbed|dropped)$/;

/** Whether a measure is of each of what it counts, or a share of it: then how many there are is another thing. */
const isPerThing = ({ reading: { measure } }: ReadWords): boolean =>
  measure.unit !== 'number' ||
  /\b(?:average|time|wait|cost|rate|share|days|percentage|proportion|satisfaction)\b/i.test(measure.title);

const isContent = (lower: string): boolean =>
  /^\p{L}{3,}/u.test(lower) &&
  !joiningWords.has(lower) &&
  !figureWords.has(lower) &&
  !idleWords.has(lower) &&
  !neutral.test(lower);

/**
 * Whether the words before a number speak of something else than the measure: its clause has words of content, and none of them is
 * the measure's own. An empty clause goes on to the one before it: "Boys, with 230 of 296".
 */
export function speaksOfAnother(token: NumberToken, prose: ReadProse, words: ReadWords, isChange = false): boolean {
  const { lexemes } = prose.text;
  const { from: begins } = sentenceOf(prose, token);
  let has = false;
  for (let at = token.from - 1; at >= begins && token.from - at < furthest; at -= 1) {
    const { kind, lower } = lexemes[at] ?? { kind: 'mark', lower: '' };
    if (has && (conjunctions.test(lower) || (kind === 'mark' && /[,:)]/.test(lower)))) break;
    if (kind !== 'word') continue;
    const next = lexemes[at + 1]?.lower ?? '';
    // “That's 4 points better”, “which is 6 points below”: what was spoken of before.
    if (/^(?:it|it's|that's|this|we|we've|we're|performance)$/.test(lower)) return false;
    if (ownStem(lower, words)) {
      const before = lexemes[at - 1];
      // “Householder appeals” of all appeals: a group of what is counted. The first sentence is of the figure itself.
      const isGroup =
        before?.kind === 'word' && at > begins && isContent(before.lower) && !ownStem(before.lower, words);
      if (token.sentence > 0 && isGroup && !/ly$/.test(before.lower)) return true;
      // “Calls were up 9%” of the time that they wait.
      const isDemand = isChange && /[^s]s$/.test(lower) && isPerThing(words) && moves.test(next);
      if (!isDemand) return false;
      has = true;
    }
    if (/^(?:that|which)$/.test(lower) && /^(?:is|was)$/.test(next)) return false;
    const isHead = generic.test(lower) && /^(?:the|our|this|its|overall|)$/.test(lexemes[at - 1]?.lower ?? '');
    if (isHead && !has) return false;
    if (isContent(lower)) has = true;
  }
  return has;
}

/** Whether what is said behind a number of the measure's own things is of something else: "one in three leavers had been here two years". */
export function saysAnother({ until, sentence }: NumberToken, prose: ReadProse, words: ReadWords): boolean {
  const { lexemes } = prose.text;
  const { until: ends } = sentenceOf(prose, { sentence });
  let has = false;
  for (let at = until + 1; at < ends && at - until < furthest; at += 1) {
    const { kind, lower } = lexemes[at] ?? { kind: 'mark', lower: '' };
    if (kind !== 'word') break;
    if (ownStem(lower, words)) return false;
    if (isContent(lower) && !people.test(lower)) has = true;
  }
  return has;
}
