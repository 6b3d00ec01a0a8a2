/** The languages that the public pages' own words can be in. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** What each language is called on a form. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  cy: 'Welsh (Cymraeg)',
};
