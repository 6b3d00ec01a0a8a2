import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { type Prose, proseOf, prosesOf, quoted, type Token } from '@/lib/commentary/words/sentences';
import { expansionsIn, meaningsByTerm, sameMeaning, termKey } from './expansions';

type Use = { prose: Prose; token: Token; name: string; meaning: string | null };

const usesIn = (prose: Prose): Use[] =>
  expansionsIn(prose).map(({ name, token, meaning }) => ({ prose, token, name, meaning }));

const finding = ({ prose, token }: Use, sentence: string, mend: string): Finding => ({
  rule: 'B10',
  place: prose.place,
  ...quoted(prose, token.from, token.until),
  sentence,
  mend,
});

/**
 * B10: an abbreviation that neither the glossary nor the first use explains, one that the glossary explains in two ways, and one
 * that is explained here in another way than there. Source: docs/rules.md, Language.
 */
export function unexplainedTerms(text: ReadingText): Finding[] {
  const meanings = meaningsByTerm(text.glossary);
  const { title, definition } = text.measure;
  // A reader meets the title and the definition first: what they explain is explained.
  const above = [title, definition].flatMap((words) => usesIn(proseOf(words, { field: 'measure' })));
  const byTerm = new Map<string, Use[]>();
  for (const use of prosesOf(text).flatMap(usesIn)) {
    const key = termKey(use.name);
    byTerm.set(key, [...(byTerm.get(key) ?? []), use]);
  }
  return [...byTerm].flatMap(([key, uses]) =>
    findingsOf(
      uses,
      above.filter(({ name }) => termKey(name) === key),
      meanings.get(key) ?? meanings.get(termKey(withNumber(uses[0]))) ?? [],
    ),
  );
}

/** “ASQ-3”: an abbreviation with the number that hangs on it, as a glossary may have it. */
function withNumber(use: Use | undefined): string {
  if (!use) return '';
  const { prose, token, name } = use;
  return `${name}${/^-\d{1,3}\b/.exec(prose.plain.slice(token.until, token.until + 6))?.[0] ?? ''}`;
}

function findingsOf(uses: Use[], above: Use[], glossary: string[]): Finding[] {
  const [first] = uses as [Use, ...Use[]];
  const { name } = first;
  const [meaning, ...others] = glossary;
  const differing = others.find((other) => meaning !== undefined && !sameMeaning(meaning, other));
  if (meaning !== undefined && differing !== undefined)
    return [
      finding(
        first,
        `The glossary has two meanings of ${name}.`,
        `Write out which one you mean, and ask the performance officer to leave ${name} one meaning.`,
      ),
    ];
  const explained = uses.filter((use) => use.meaning !== null);
  const settled = meaning ?? above.find((use) => use.meaning !== null)?.meaning ?? explained[0]?.meaning ?? null;
  if (settled === null)
    return [
      finding(
        first,
        `${name} is not in the glossary, and nothing says what it stands for.`,
        `Write it out at its first use, with ${name} in brackets behind it, or use plain words.`,
      ),
    ];
  const elsewhere = explained.filter((use) => !sameMeaning(use.meaning ?? '', settled));
  if (elsewhere[0])
    return [
      finding(
        elsewhere[0],
        `${name} stands here for “${elsewhere[0].meaning}”, and ${meaning === undefined ? 'elsewhere in this reading' : 'in the glossary'} for something else.`,
        `Give ${name} one meaning: write the other one out.`,
      ),
    ];
  if (meaning !== undefined || above.some((use) => use.meaning !== null) || first.meaning !== null) return [];
  return [
    {
      rule: 'B10',
      place: first.prose.place,
      ...quoted(first.prose, first.token.from, first.token.until),
      sentence: `${name} is explained only after its first use.`,
      mend: 'Write it out where it stands first.',
      instead: `${settled} (${first.token.text})`,
    },
  ];
}
