import type { ReadingText } from '@/lib/commentary/reading-text';
import { numberAt } from '@/lib/commentary/words/sentence-numbers';
import type { Token } from '@/lib/commentary/words/sentences';
import { Exact } from '@/lib/figure/decimal';
import { timeAt } from './time-mentions';

/**
 * What a claim is measured against: a figure, and perhaps another current one than the reading's; `unnamed` where the words leave
 * it open; `unknown` where they name something that the row has no figure of, or tell of another time.
 */
export type Baseline = { value: string; current: string | null } | 'unnamed' | 'unknown';

const against = new Set('than on over from since against upon to with as of'.split(' '));
const filler = new Set(
  "the same period time month quarter week term figure figures of for in at 's that those our its a result results position performance rate reported percentage proportion level year years seen during".split(
    ' ',
  ),
);
const others =
  /^(?:national|regional|england|english|neighbours?|councils|authorities|peers|expected|forecast|planned|usual|normal|before|ago|baseline|pandemic|covid|budget|profile|others)$/;

/** Whether what stands before a token sets it up as something to compare with: “than in”, “compared with the figure for”. */
function isComparedWith(tokens: Token[], at: number): boolean {
  for (let steps = 1; steps <= 6; steps += 1) {
    const word = tokens[at - steps]?.lower ?? '';
    const before = tokens[at - steps - 1]?.lower ?? '';
    if (word === 'to' || word === 'with') return /^compar|^(?:level|line|identical|similar)/.test(before);
    if (word === 'of') continue;
    if (against.has(word)) return true;
    if (!filler.has(word)) return false;
  }
  return false;
}

const isOrdinal = (tokens: Token[], next: number): boolean => /^(?:st|nd|rd|th)$/.test(tokens[next]?.lower ?? '');
const isYear = (value: string): boolean => /^(?:19|20)\d\d$/.test(value);

/** “From 81 to 74” or “to 74 from 81”: both figures are in the words. */
export function bothNamed(tokens: Token[], at: number, until: number): { value: string; current: string } | null {
  for (let index = at; index < Math.min(until, at + 12); index += 1) {
    if (tokens[index]?.lower !== 'from') continue;
    const from = numberAt(tokens, index + 1) ?? numberAt(tokens, index + 2);
    if (!from || isYear(from.value) || isOrdinal(tokens, from.next)) return null;
    for (let to = from.next; to < Math.min(until, from.next + 10); to += 1) {
      if (tokens[to]?.lower !== 'to') continue;
      const current = numberAt(tokens, to + 1);
      return current && !isOrdinal(tokens, current.next) && !isYear(current.value)
        ? { value: from.value, current: current.value }
        : null;
    }
    return null;
  }
  return null;
}

type Row = Pick<ReadingText, 'period' | 'comparator' | 'earlier' | 'target'>;

const isKnown = (value: string, { comparator, earlier }: Row): boolean =>
  [comparator, ...earlier].some(
    (figure) => figure?.value != null && new Exact(figure.value).toFixed() === new Exact(value).toFixed(),
  );

/** The number behind a word, an article and a pound sign apart. */
function numberBehind(tokens: Token[], at: number): ReturnType<typeof numberAt> {
  let next = at + 1;
  while (next < at + 4 && /^(?:the|a|our|its|£)$/.test(tokens[next]?.lower ?? '')) next += 1;
  return numberAt(tokens, next) ?? numberAt(tokens, next + 1);
}

/** What the words between two places of a sentence name as the figure to compare with. */
export function baselineIn(tokens: Token[], from: number, until: number, row: Row): Baseline {
  let open: Baseline = 'unnamed';
  for (let at = from; at < until; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const mention = timeAt(tokens, at, row);
    if (mention) {
      at = mention.next - 1;
      if (mention.time === 'own') continue;
      if (mention.time === 'other') return 'unknown';
      // “On the 29 days of June”: the figure is named, and then its time.
      if (typeof open === 'object' && new Exact(open.value).eq(mention.time.value)) continue;
      if (!isComparedWith(tokens, mention.first)) return 'unknown';
      if (open === 'unnamed') open = { value: mention.time.value, current: null };
      continue;
    }
    if (others.test(word) || (word === 'average' && isComparedWith(tokens, at))) return 'unknown';
    if (word === 'target' && isComparedWith(tokens, at)) return targetBaseline(row);
    if (!/^(?:than|on|from|over|since)$/.test(word) && !/^compar|^against$/.test(word)) continue;
    const number = numberBehind(tokens, at);
    if (number && isKnown(number.value, row) && open === 'unnamed') open = { value: number.value, current: null };
    else if (word === 'since' || (number && open === 'unnamed' && word === 'from'))
      open = open === 'unnamed' ? sinceWhat(tokens, at, row) : open;
  }
  return open;
}

/** “Since” and “from” open another time or figure, unless the next words name one that is known. */
function sinceWhat(tokens: Token[], at: number, row: Row): Baseline {
  for (let step = 1; step <= 4; step += 1) {
    const mention = timeAt(tokens, at + step, row);
    if (mention) return typeof mention.time === 'object' ? { value: mention.time.value, current: null } : 'unknown';
  }
  return 'unknown';
}

function targetBaseline({ target }: Row): Baseline {
  return target?.shape === 'at_least' || target?.shape === 'at_most'
    ? { value: target.green, current: null }
    : 'unknown';
}
