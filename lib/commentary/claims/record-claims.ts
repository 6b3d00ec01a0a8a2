import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import type { Prose, Sentence } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { shown } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import { isSubjectBefore, type Subject } from './claim-subject';
import { isDenied, isElsewhere } from './clause';
import { findingOf } from './target-claims';

/** What words such as “highest since” say that an earlier figure does not. */
export function contradictedRecords(
  prose: Prose,
  { tokens }: Sentence,
  text: ReadingText,
  subject: Subject,
): Finding[] {
  const value = readingValue(text.figures, text.measure);
  if (value === null) return [];
  return tokens.flatMap((token, at): Finding[] => {
    if (!/^(?:highest|lowest|best|worst)$/.test(token.lower) || isDenied(tokens, at) || isElsewhere(tokens, at))
      return [];
    const span = spanBehind(tokens.slice(at + 1, at + 9).map(({ lower }) => lower));
    if (span === null || !isSubjectBefore(tokens, at, subject)) return [];
    const isHigh = isHighest(token.lower, text);
    if (isHigh === null) return [];
    const figures = span === 'all' ? text.earlier : text.earlier.slice(0, 1);
    const other = figures.find((one) => {
      if (one.value === null) return false;
      const difference = new Exact(round(one.value, text.measure.decimals)).minus(round(value, text.measure.decimals));
      return isHigh ? difference.gt(0) : difference.lt(0);
    });
    if (!other?.value) return [];
    return [
      findingOf(
        prose,
        tokens,
        at,
        at + 1,
        `the figure is ${shown(value, text.measure)}, and ${other.label} had ${shown(other.value, text.measure)}`,
      ),
    ];
  });
}

/** How far back a record is said to reach: to the period before at least, or over every earlier figure; null where it is none. */
function spanBehind(words: string[]): 'last' | 'all' | null {
  if (words.includes('ever') || (words.includes('record') && words.includes('on'))) return 'all';
  const at = words.findIndex((word) => /^(?:since|for|in)$/.test(word));
  if (at < 0) return null;
  if (words[at] === 'since') return 'last';
  return words.slice(at + 1, at + 6).some((word) => /^(?:months|years|quarters|weeks)$/.test(word)) ? 'last' : null;
}

function isHighest(word: string, { measure: { polarity } }: ReadingText): boolean | null {
  if (word === 'highest' || word === 'lowest') return word === 'highest';
  if (polarity !== 'higher' && polarity !== 'lower') return null;
  return (word === 'best') === (polarity === 'higher');
}
