import type { Finding } from '@/lib/commentary/finding';
import { type Prose, proseOf, prosesOf, quoted, type Token } from '@/lib/commentary/words/sentences';
import type { Term } from '@/lib/glossary/term';
import type { Action } from '@/lib/reading/content';
import { expansionsIn, meaningsByTerm, sameMeaning, termKey } from './expansions';

/** The words of one measure as they stand on a page. */
export type PageRow = {
  number: number;
  title: string;
  definition: string;
  comments: string | null;
  actions: Action[];
};

/** A finding about a page, with the number of the measure at which it is mended. */
export type PageFinding = Finding & { number: number };

type Use = { number: number; prose: Prose; token: Token; name: string; meaning: string };

/** Every explanation that a row gives or relies on: where it says nothing itself, what the glossary says. */
function usesOf({ number, title, definition, comments, actions }: PageRow, glossary: Map<string, string[]>): Use[] {
  const proses = [
    proseOf(title, { field: 'measure' }),
    proseOf(definition, { field: 'measure' }),
    ...prosesOf({ comments, publicNote: null, actions }),
  ];
  const uses = proses.flatMap((prose) =>
    expansionsIn(prose).map(({ name, token, meaning }) => ({ number, prose, token, name, meaning })),
  );
  const own = new Set(uses.filter(({ meaning }) => meaning !== null).map(({ name }) => termKey(name)));
  return uses.flatMap(({ number, prose, token, name, meaning }): Use[] => {
    if (meaning !== null) return [{ number, prose, token, name, meaning }];
    const [fromGlossary] = own.has(termKey(name)) ? [] : (glossary.get(termKey(name)) ?? []);
    return fromGlossary === undefined ? [] : [{ number, prose, token, name, meaning: fromGlossary }];
  });
}

/**
 * B10 over a whole page: an abbreviation that stands for one thing in one row and for another in another. Each row that differs
 * from the first has one finding. Source: docs/rules.md, Language.
 */
export function pageTermFindings(rows: PageRow[], glossary: Term[]): PageFinding[] {
  const meanings = meaningsByTerm(glossary);
  const firstUses = new Map<string, Use>();
  const found = new Set<string>();
  return rows
    .flatMap((row) => usesOf(row, meanings))
    .flatMap((use): PageFinding[] => {
      const key = termKey(use.name);
      const first = firstUses.get(key);
      if (!first) firstUses.set(key, use);
      const row = `${key} ${use.number}`;
      if (!first || found.has(row) || sameMeaning(first.meaning, use.meaning)) return [];
      found.add(row);
      const where = first.number === use.number ? 'this measure' : `measure ${first.number}`;
      return [
        {
          number: use.number,
          rule: 'B10',
          place: use.prose.place,
          ...quoted(use.prose, use.token.from, use.token.until),
          sentence: `${use.name} has two meanings on this page: here “${use.meaning}”, in ${where} “${first.meaning}”.`,
          mend: `Keep ${use.name} for one of them, and write the other out.`,
        },
      ];
    });
}
