import type { Term } from '@/lib/glossary/term';

/** A part of a text; the first use of a term of the glossary has its meaning beside it. */
export type Segment = { text: string; term?: string; meaning?: string };

/** Short terms are looked for as they are written, so that “LA” is not found in “la”. */
const shortest = 4;

const word = /[\p{L}\p{N}]+/gu;

type Known = { term: string; meaning: string; words: string[] };

/** The terms of a glossary by the first word of each in lower case, those of more words first. */
function byFirstWord(glossary: Term[]): Map<string, Known[]> {
  const known = new Map<string, Known[]>();
  for (const { term, meaning } of glossary) {
    const words = term.match(word) ?? [];
    const first = words[0]?.toLowerCase();
    if (first === undefined) continue;
    known.set(first, [...(known.get(first) ?? []), { term, meaning, words: [...words] }]);
  }
  for (const [first, terms] of known)
    known.set(
      first,
      terms.toSorted((a, b) => b.words.length - a.words.length),
    );
  return known;
}

const isSame = (written: string, wanted: string, exact: boolean): boolean =>
  exact ? written === wanted : written.toLowerCase() === wanted.toLowerCase();

/** A text in parts, so that a page explains each term of the glossary where it stands first; joined they are the text. Source: docs/rules.md, Language. */
export const expandTerms = (text: string, glossary: Term[]): Segment[] => expand(text, byFirstWord(glossary)).segments;

/**
 * The terms that each text of a page explains, in the order in which the page shows them: where a term stands first, unless its
 * writer has explained it there. Source: docs/rules.md, Language.
 */
export function firstUses(texts: string[], glossary: Term[]): Term[][] {
  let left = glossary;
  return texts.map((text) => {
    if (left.length === 0) return [];
    const { segments, met } = expand(text, byFirstWord(left));
    const here = new Set(segments.map(({ term }) => term));
    const explained = left.filter(({ term }) => here.has(term));
    left = left.filter(({ term }) => !met.has(term));
    return explained;
  });
}

/** Whether what stands between two words lets them be one term: blanks and hyphens, and no end of a sentence or line. */
const joins = (between: string): boolean => /^[ \t\u00a0‐-–'’/&-]{1,3}$/.test(between);

type Expanded = {
  segments: Segment[] /** Every term that is used, those that the writer has explained too. */;
  met: Set<string>;
};

function expand(text: string, known: Map<string, Known[]>): Expanded {
  const words = [...text.matchAll(word)];
  const explained = new Set<string>();
  const segments: Segment[] = [];
  let done = 0;
  for (let at = 0; at < words.length; at += 1) {
    const [written] = words[at] as RegExpExecArray;
    // “FTEs” is a use of “FTE”.
    const candidates = [
      ...(known.get(written.toLowerCase()) ?? []),
      ...(known.get(written.toLowerCase().replace(/s$/, '')) ?? []),
    ];
    const found = candidates.find(({ term, words: wanted }) =>
      wanted.every((part, index) => {
        const here = words[at + index]?.[0] ?? '';
        if (index > 0 && !joins(between(text, words[at + index - 1], words[at + index]))) return false;
        const isLast = index === wanted.length - 1;
        return (
          isSame(here, part, term.length <= shortest) || (isLast && isSame(here, `${part}s`, term.length <= shortest))
        );
      }),
    );
    if (!found) continue;
    const last = words[at + found.words.length - 1] as RegExpExecArray;
    const [from, until] = [(words[at] as RegExpExecArray).index, last.index + last[0].length];
    at += found.words.length - 1;
    if (explained.has(found.term)) continue;
    explained.add(found.term);
    // “full-time equivalent (FTE)”: the writer has explained it, and a second time would only be in the way.
    if (/\(\s*$/.test(text.slice(Math.max(0, from - 3), from)) || /^\s?\(/.test(text.slice(until, until + 2))) continue;
    if (from > done) segments.push({ text: text.slice(done, from) });
    segments.push({ text: text.slice(from, until), term: found.term, meaning: found.meaning });
    done = until;
  }
  if (done < text.length) segments.push({ text: text.slice(done) });
  return { segments, met: explained };
}

/** What stands between two words of a text. */
const between = (text: string, before?: RegExpExecArray, after?: RegExpExecArray): string =>
  before && after ? text.slice(before.index + before[0].length, after.index) : '';
