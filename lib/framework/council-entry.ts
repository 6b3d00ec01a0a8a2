import { z } from 'zod';
import { councilTexts } from '@/lib/form/council-fields';
import { type Language, languageNames, languages } from '@/lib/translation/language';
import type { Effect } from './effect';
import { fieldChanges, type KeptFields } from './meanwhile';

/** What is kept of the council; null where nobody has said. */
export type CouncilWords = {
  name: string;
  contact: string;
  areaCode: string | null;
  licence: string | null;
  /** The language of the public pages' own words; null is English. */
  language: Language | null;
};

/** The form that changes the council, with what it was opened with. */
export const ChangeCouncil = z
  .strictObject({
    ...councilTexts,
    // A page that was opened before there was a choice has none.
    language: z.enum(languages, 'Choose a language.').default('en'),
    was: z.string().max(5_000),
    intent: z.enum(['effect', 'save']),
    seen: z.string().max(50_000).default(''),
  })
  .transform(({ council: name, contact, areaCode, licence, language, was, intent, seen }) => ({
    words: { name, contact, areaCode, licence, language } satisfies CouncilWords,
    was,
    typed: { council: name, contact, areaCode: areaCode ?? '', licence, language, was, intent, seen },
  }));

/** The fields of the council by what a sentence calls them. */
export const councilFields = ({ name, contact, areaCode, licence, language }: CouncilWords): KeptFields => ({
  'the name': name,
  'the contact': contact,
  'the area code': areaCode ?? '',
  'the licence': licence ?? '',
  'the language': languageNames[language ?? 'en'],
});

const where: Record<string, string> = {
  'the name': 'It stands at the head of every page and of the feeds, also beside editions that are published already.',
  'the contact': 'Residents find it in the accessibility statement.',
  'the area code': 'It stands at the foot of every public page and in the files of figures.',
  'the licence': 'It stands at the foot of every public page and in the files of figures, old editions’ included.',
  'the language':
    'The public pages’ own words are in it. A translation into Welsh that nobody has checked is marked so on every page; sentences about figures, your own words and the files stay as they are.',
};

/** What a change of the council would do; no sentence where nothing would change. */
export function councilEffect(before: CouncilWords, after: CouncilWords): Effect {
  const shown = (value: string | undefined) => (value ? `“${value}”` : 'nothing');
  const sentences = fieldChanges(councilFields(before), councilFields(after)).map(
    ([field = '', was, now]) =>
      `${field.charAt(0).toUpperCase()}${field.slice(1)} is ${shown(now)} instead of ${shown(was)}, at once. ${where[field]}`,
  );
  return { sentences };
}
