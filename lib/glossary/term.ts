import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import type { Effect } from '@/lib/framework/effect';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { isSlug } from '@/lib/text/page-address';

/** A word that the council's scorecards use, and what it means. */
export type Term = { term: string; meaning: string };

const fields = {
  term: textField(limits.term, 'Give the word or the abbreviation.'),
  meaning: textField(limits.meaning, 'Say what it means.'),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
};
const id = z.string().regex(/^[1-9]\d{0,8}$/);

/** The form that explains a term; `service` is the address of the only service that means it so, empty for the council. */
export const ExplainTerm = z
  .strictObject({ ...fields, service: z.string().refine((slug) => slug === '' || isSlug(slug)) })
  .transform(({ intent, seen, service, ...words }) => ({
    words,
    service: service || null,
    form: { intent, seen },
    typed: { ...words, service },
  }));

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

/** Where a term would be met: for the council (null) or in one service only, and what it would change there. */
export type TermUse = {
  service: string | null;
  /** What the council says of the word, where a service is to mean it otherwise; null where it says nothing. */
  instead: string | null;
  /** The measures whose title or definition has it, by their titles. */
  users: string[];
  /** Each page on which it would have two meanings, as a sentence. */
  twice: string[];
};

/** What a term would say in public, the measures whose words have it, and the pages on which it would mean two things. */
export function termEffect({ term, meaning }: Term, { service, instead, users, twice }: TermUse): Effect {
  const count = users.length === 1 ? '1 measure uses' : `${users.length} measures use`;
  const some = users.slice(0, 5).join('; ');
  const more = users.length > 5 ? `; and ${users.length - 5} more` : '';
  const where = service === null ? '' : ` of ${service}`;
  return {
    sentences: [
      `The glossary says at once${service === null ? '' : `, for ${service}`}: ${term}: ${meaning}`,
      `From the next edition${where} on, “${term} (${shortMeaning(meaning)})” stands where comments use it first.`,
      ...(instead === null ? [] : [`In ${service} it takes the place of what the council says: ${instead}`]),
      users.length === 0 ? `No measure’s title or definition${where} uses it yet.` : `${count} it: ${some}${more}.`,
      ...twice,
    ],
  };
}

/** What a page shows in brackets behind a term: the beginning of its meaning, at most some 120 characters. */
export function shortMeaning(meaning: string): string {
  const [first = meaning] = meaning.split(/(?<=[\p{L}\d]{3})[:;.](?:\s|$)|, (?=(?:who|which|that|where)\b)/u);
  if (first.length <= 120) return first.trim();
  return `${first.slice(0, 120).replace(/\s+\S*$/, '')} …`;
}

/** Whether a text has a term as a word of its own: a short one as it is written, so that “LA” is not found in “la”. */
export function usesTerm(text: string, term: string): boolean {
  const escaped = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, term.length <= 4 ? 'u' : 'iu').test(text);
}

/** Where a term stands on the page of the glossary: 'Child protection plan' at #child-protection-plan. */
export const termAnchor = (term: string): string =>
  term
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
