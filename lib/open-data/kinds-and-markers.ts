import type { ColumnKind } from './open-columns';

/** What stands in a column, in words. */
export const kindWords: Record<ColumnKind, string> = {
  word: 'a word or code',
  text: 'text',
  number: 'a number',
  count: 'a whole number',
  day: 'a day, such as 2018-07-31',
  'yes or no': 'true or false',
  markers: 'markers with spaces between',
};

/** The markers of the data files, and what each means. Source: docs/rules.md, Open data. */
export const markerNotes = [
  {
    marker: '[c]',
    meaning: 'Hidden, because it could tell of few people, or because the body that supplies it hides it.',
  },
  { marker: '[x]', meaning: 'Not available: there is no figure, and the note beside it says why.' },
  { marker: '[z]', meaning: 'Not applicable to the period.' },
  { marker: '[p]', meaning: 'Provisional: a later edition may show another figure.' },
  { marker: '[r]', meaning: 'Revised: it took the place of a figure that was published before.' },
  { marker: '[h]', meaning: 'Published elsewhere first, before the figures were kept here.' },
];
