import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import type { Effect } from '@/lib/framework/effect';
import type { KeptFields } from '@/lib/framework/meanwhile';

/** A word that the council's scorecards use, and what it means. */
export type Term = { term: string; meaning: string };

const fields = {
  term: textField(limits.term, 'Give the word or the abbreviation.'),
  meaning: textField(limits.meaning, 'Say what it means.'),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
};
const id = z.string().regex(/^[1-9]\d{0,8}$/);

/** The form that explains a term. */
export const ExplainTerm = z
  .strictObject(fields)
  .transform(({ intent, seen, ...words }) => ({ words, form: { intent, seen }, typed: words }));

/** The form that changes a term, with what it was opened with. */
export const ChangeTerm = z
  .strictObject({ ...fields, id, was: z.string().max(5_000) })
  .transform(({ id, was, intent, seen, ...words }) => ({
    id: Number(id),
    words,
    was,
    form: { intent, seen },
    typed: { ...words, id, was },
  }));

/** The form that removes a term, with what its page showed of it. */
export const RemoveTerm = z
  .strictObject({ id, was: z.string().max(5_000) })
  .transform(({ id, was }) => ({ id: Number(id), was }));

/** The fields of a term by what a sentence calls them. */
export const termFields = ({ term, meaning }: Term): KeptFields => ({ 'the word': term, 'the meaning': meaning });

/** What a term would say in public, and the measures whose words have it: by their titles. */
export function termEffect({ term, meaning }: Term, users: string[]): Effect {
  const count = users.length === 1 ? '1 measure uses' : `${users.length} measures use`;
  const some = users.slice(0, 5).join('; ');
  const more = users.length > 5 ? `; and ${users.length - 5} more` : '';
  return {
    sentences: [
      `“How to read a scorecard” says at once: ${term}: ${meaning}`,
      users.length === 0 ? 'No measure’s title or definition uses it yet.' : `${count} it: ${some}${more}.`,
    ],
  };
}

/** Whether a text has a term as a word of its own: a short one as it is written, so that “LA” is not found in “la”. */
export function usesTerm(text: string, term: string): boolean {
  const escaped = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, term.length <= 4 ? 'u' : 'iu').test(text);
}
