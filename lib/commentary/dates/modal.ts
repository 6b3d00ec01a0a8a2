import type { Lexeme } from '../prose/lexemes';

const always = /^(?:will|shall|expect|expects|intend|intends|hope|hopes|anticipate|anticipates|commit|commits)$/;
const followed =
  /^(?:plan|plans|planning|aim|aims|aiming|expected|due|planned|scheduled|anticipated|projected|forecast|intended|proposed|propose|committed|set|would|should)$/;
const links = /^(?:to|by|in|for|on|before|at|from|during|be|take|bring|reach)$/;
const over = /^(?:was|were|had|been)$/;
/** Words behind which what is to come is not spoken of any more: "will be aware that visits were suspended". */
const ends = /^(?:was|were|had|did|became|[:;])$/;

/** "Which cost us 90 calls in January" tells of what has been. */
const pastVerbs = /^(?:cost|took|came|led|meant|gave|made|saw|brought)$/;

/** Whether the words before a place of a sentence speak of what is to come; at most forty of them are looked at. */
export function speaksOfTheFuture(lexemes: Lexeme[], from: number, until: number): boolean {
  let speaks = false;
  for (let at = Math.max(from, until - 40); at < until; at += 1) {
    const { lower = '' } = lexemes[at] ?? {};
    const before = lexemes[at - 1]?.lower ?? '';
    if (ends.test(lower) || (before === 'which' && pastVerbs.test(lower))) speaks = false;
    // “As you'd expect” expects nothing.
    if (over.test(before) || (lower === 'expect' && /^(?:you'd|you|one|would)$/.test(before))) continue;
    if (always.test(lower)) speaks = true;
    if (followed.test(lower) && links.test(lexemes[at + 1]?.lower ?? '')) speaks = true;
  }
  return speaks;
}
