import { chartWords } from './chart-words';
import { dayWords } from './day-words';
import { frameWords } from './frame-words';
import { homeWords } from './home-words';
import { measureWords } from './measure-words';
import { pageWords } from './page-words';
import { scorecardWords } from './scorecard-words';
import { signWords } from './sign-words';
import { termWords } from './term-words';

/**
 * What a text is in Welsh. Where it counts something, a form for each of the six plurals of Welsh that differs; the number is that
 * of the first {n} or {count}.
 */
export type Forms = string | { zero?: string; one?: string; two?: string; few?: string; many?: string; other: string };

/** The words of a part of the pages: what a page says in English, and what it says in Welsh. */
export type Words = Record<string, Forms>;

/** The catalogue: every text of the public pages that is theirs, with its slots, in Welsh. */
export const welsh: Words = {
  ...dayWords,
  ...frameWords,
  ...signWords,
  ...homeWords,
  ...scorecardWords,
  ...measureWords,
  ...chartWords,
  ...pageWords,
  ...termWords,
};
