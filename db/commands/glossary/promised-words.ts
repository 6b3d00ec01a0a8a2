import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import type { AnnouncementRow } from '@/db/facts/edition/waiting-release';
import { factsOf } from '@/db/facts/measure-facts';
import { announcements, glossaryTerms } from '@/db/schema';
import { StepRefused } from '@/lib/form/refused';
import { usesTerm } from '@/lib/glossary/term';
import { announcedFor, staysUntilThen } from '@/lib/release/release-moment';

/**
 * Throws where an announced release shows one of these words: its readers would meet another meaning than was announced, or the
 * release would fail at its moment. A word of the council (null) counts in every service that does not mean it otherwise.
 */
export async function refusePromised(tx: Transaction, terms: string[], serviceId: number | null): Promise<void> {
  const own = serviceId === null ? undefined : eq(announcements.serviceId, serviceId);
  const waiting = await tx
    .select()
    .from(announcements)
    .where(and(oneOf(announcements.state, 'announced'), own))
    .orderBy(announcements.dueAt);
  for (const release of waiting) {
    const words = serviceId === null ? await withoutOwn(tx, terms, release.serviceId) : terms;
    const texts = words.length === 0 ? [] : await textsOf(tx, release);
    const word = words.find((term) => texts.some((text) => usesTerm(text, term)));
    if (word) throw new StepRefused(staysUntilThen.word(announcedFor(release), word));
  }
}

/** The words that a service does not mean otherwise than the council. */
async function withoutOwn(tx: Transaction, terms: string[], serviceId: number): Promise<string[]> {
  const rows = await tx
    .select({ term: glossaryTerms.term })
    .from(glossaryTerms)
    .where(eq(glossaryTerms.serviceId, serviceId));
  const own = new Set(rows.map(({ term }) => term.toLowerCase()));
  return terms.filter((term) => !own.has(term.toLowerCase()));
}

/** Everything that an announced edition shows in words: its measures, and what was signed about them. */
async function textsOf(tx: Transaction, { serviceId, asAt, included }: AnnouncementRow): Promise<string[]> {
  const facts = await factsOf(tx, { serviceId }, asAt, { approved: included });
  return facts.flatMap(({ title, definition, readings }) => [
    title,
    definition,
    ...readings.flatMap(({ comments, actions }) => [comments ?? '', ...actions.map(({ text }) => text)]),
  ]);
}
