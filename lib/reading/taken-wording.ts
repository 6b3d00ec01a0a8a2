import type { Content } from './content';

/** How many words in a row count as taken wording, wherever they stand; fewer count only as a whole sentence. */
const runOfWords = 5;

/** All that a reading says in words, whichever field they were typed in: a suggestion may be taken into any of them. */
export const contentWords = ({ comments, unusual, publicNote, actions }: Content): string =>
  [comments, unusual, publicNote, ...actions.map(({ text }) => text)].filter((text) => text !== null).join('\n');

/**
 * Whether a text says in a suggestion's words what it did not say before: a run of five words, a whole sentence, or two
 * thirds of the words that the suggestion brought, in their order. Case, punctuation and invisible characters do not count.
 */
export function takesWording(suggestion: string, { before, after }: { before: string; after: string }): boolean {
  const [offered, had, has] = [suggestion, before, after].map(wordsOf) as [string[], string[], string[]];
  if (offered.length === 0 || offered.join(' ') === had.join(' ')) return false;
  // What only leaves words out brings no words of its own, and is taken where the outcome is the same.
  if (offered.join(' ') === has.join(' ')) return true;
  const brought = (parts: (text: string) => string[]) => {
    const [old, now] = [new Set(parts(before)), new Set(parts(after))];
    return parts(suggestion).some((part) => now.has(part) && !old.has(part));
  };
  return brought(runsOf) || brought(sentencesOf) || takesMost(offered, had, has);
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{M}'’]/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?…;:\n](?=\s|$)/u)
    .map((sentence) => wordsOf(sentence).join(' '))
    .filter((sentence) => sentence !== '');

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(runOfWords - 1).map((_, start) => words.slice(start, start + runOfWords).join(' '));
}

/** Whether most of what a suggestion brought is there in its order, though words were put in or changed between. */
function takesMost(offered: string[], had: string[], has: string[]): boolean {
  const shared = inOrder(offered, had);
  const brought = offered.length - shared;
  return brought >= runOfWords && (inOrder(offered, has) - shared) * 3 >= brought * 2;
}

/** How many words of one text are in another in the same order. */
function inOrder(one: string[], other: string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1)
      next.push(
        word === other[at - 1] ? (row[at - 1] as number) + 1 : Math.max(row[at] as number, next[at - 1] as number),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
