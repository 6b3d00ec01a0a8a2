import type { Transaction } from '@/db/connection/client';
import { glossaryTerms } from '@/db/schema';
import type { Term } from '@/lib/glossary/term';

/** The abbreviations in the titles of the founding report, and a word that its comments use, explained in our own words. */
export const demoGlossary: Term[] = [
  {
    term: 'FTE',
    meaning: 'Full-time equivalent: part-time posts are counted as parts of a whole one.',
  },
  { term: 'IRO', meaning: 'Independent reviewing officer, who watches over the plan for a child in care.' },
  {
    term: 'Child protection plan',
    meaning:
      'What is agreed to keep a child safe: it is made where a conference finds that the child may come to harm.',
  },
  { term: 'LAC', meaning: 'Looked-after children: children in the care of the council.' },
];

/** Writes the words that the demonstration explains. */
export async function seedGlossary(tx: Transaction): Promise<void> {
  await tx.insert(glossaryTerms).values(demoGlossary);
}
