import type { ReadingText } from '@/lib/commentary/reading-text';
import type { Token } from '@/lib/commentary/words/sentences';
import { timeAt } from './time-mentions';

/** Words before a claim that deny it. */
const denial = /^(?:not|n't|no|never|nor|neither|without|cannot|unable|failed|fails|longer|nothing)$/;
/** Words before a claim that plan it, doubt it, or tell of another time. */
const otherwise =
  /^(?:yet|rather|would|will|should|could|may|might|can|expect|expects|expected|aim|aims|aiming|hope|hopes|plan|plans|planned|intend|want|forecast|projected|likely|predicted|if|until|unless|once|had|whether|previously|initially|earlier|historically|traditionally|before|goal|ambition|must|need|needs|far|less|when|whenever|instead)$/;
const boundary = /^[,;:()–—]$/;

const isDenial = ({ lower }: Token): boolean => denial.test(lower) || /n't$/.test(lower);

/** Whether the words of a claim's own clause deny it. */
export const isDenied = (tokens: Token[], first: number): boolean => clauseBefore(tokens, first).some(isDenial);

/** Whether the words of a claim's own clause plan it, doubt it or put it into another time. */
export function isElsewhere(tokens: Token[], first: number): boolean {
  const clause = clauseBefore(tokens, first);
  return clause.some(({ lower }, index) => otherwise.test(lower) || (lower === 'after' && clause.length - index < 4));
}

/** Whether the words of a claim's own clause deny it, plan it or put it into another time. */
export const isOtherwise = (tokens: Token[], first: number): boolean =>
  isDenied(tokens, first) || isElsewhere(tokens, first);

/** The tokens before a claim, back to the beginning of its clause. */
function clauseBefore(tokens: Token[], first: number): Token[] {
  let from = first;
  while (from > 0 && first - from < 24 && !boundary.test(tokens[from - 1]?.text ?? '')) from -= 1;
  return tokens.slice(from, first);
}

/** Whether the words around a claim speak of another time than the reading's own. */
export function isOtherTime(
  tokens: Token[],
  first: number,
  known: Pick<ReadingText, 'period' | 'comparator' | 'earlier'>,
): boolean {
  for (let at = Math.max(0, first - 16); at < Math.min(tokens.length, first + 16); at += 1) {
    const mention = timeAt(tokens, at, known);
    if (mention && mention.time !== 'own') return true;
    if (mention) at = mention.next - 1;
  }
  return false;
}
