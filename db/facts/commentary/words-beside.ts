import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { type Answers, type Given, together } from '@/db/connection/together';
import { atMost, noneOf } from '@/db/connection/written-out';
import { glossaryTerms, measures, readings, silencedChecks } from '@/db/schema';
import type { Beside } from '@/lib/commentary/checking/reading-as-text';
import type { WarningRule } from '@/lib/commentary/finding';
import type { Term } from '@/lib/glossary/term';

/** What the checks of any reading of a service know beside it, and which kinds of warnings the service is not shown. */
export type WordsBeside = Omit<Beside, 'today' | 'hidden'> & { silenced: WarningRule[] };

/** What is asked for the words around a service's readings: those of its other measures, its glossary and its silence. */
export const wordQuestions = (db: Connection, serviceId: Given<number>) => ({
  others: othersWords(db, serviceId),
  silence: db.select({ rule: silencedChecks.rule }).from(silencedChecks).where(eq(silencedChecks.serviceId, serviceId)),
  terms: termRows(db, serviceId),
});

/** The latest words of each measure: the first that its index comes to, and not the last of all that it ever said. */
function othersWords(db: Connection, serviceId: Given<number>) {
  const latest = db
    .select({ comments: readings.comments })
    .from(readings)
    .where(
      and(
        eq(readings.measureId, measures.id),
        isNotNull(readings.comments),
        // What somebody is still writing is nobody else's business.
        noneOf(readings.state, 'draft', 'returned'),
      ),
    )
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(atMost(1))
    .as('latest');
  return db
    .select({ code: measures.code, number: measures.number, title: measures.title, comments: latest.comments })
    .from(measures)
    .innerJoinLateral(latest, sql`true`)
    .where(and(eq(measures.serviceId, serviceId), isNull(measures.retiredOn)))
    .orderBy(measures.number);
}

/** The words around a service's readings, whatever number of them is checked. */
export const wordsBeside = async (db: Connection, serviceId: number): Promise<WordsBeside> =>
  wordsFrom(await together(db, wordQuestions(db, serviceId)));

/** The same from what was asked together with other things. */
export const wordsFrom = ({ others, silence, terms }: Answers<ReturnType<typeof wordQuestions>>): WordsBeside => ({
  others: others.flatMap(({ comments, ...other }) => (comments === null ? [] : [{ ...other, comments }])),
  glossary: byWord(terms),
  silenced: silence.map(({ rule }) => rule),
});

/** The words that a service explains: the council's, with its own in the place of those that it means otherwise. */
export const glossaryOf = async (db: Connection, serviceId: number): Promise<Term[]> =>
  byWord(await termRows(db, serviceId));

/** The council's words first, so that those of the service come after them. */
const termRows = (db: Connection, serviceId: Given<number>) =>
  db
    .select({ term: glossaryTerms.term, meaning: glossaryTerms.meaning })
    .from(glossaryTerms)
    .where(or(isNull(glossaryTerms.serviceId), eq(glossaryTerms.serviceId, serviceId)))
    .orderBy(sql`${glossaryTerms.serviceId} nulls first`);

const byWord = (rows: Term[]): Term[] => [...new Map(rows.map((row) => [row.term.toLowerCase(), row])).values()];
