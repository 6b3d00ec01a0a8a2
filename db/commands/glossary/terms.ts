import { and, asc, eq, sql } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { glossaryTerms, services } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused } from '@/lib/form/refused';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import { type Term, termFields } from '@/lib/glossary/term';
import type { Person } from '@/lib/people/person';
import type { EventKind } from '@/lib/record/event';
import { refusePromised } from './promised-words';

/** Explains a word that the council's scorecards use, or one that a service means otherwise: by the service's address. */
export function explainTerm(
  db: Database,
  acting: Acting,
  { service: slug = null, term, meaning }: Term & { service?: string | null },
): Promise<string> {
  return changeGlossary(db, acting, { step: 'explain_term' }, async ({ tx, tell }) => {
    const service = slug === null ? null : await serviceAt(tx, slug);
    const words = { term, meaning, serviceId: service?.id ?? null };
    await refuseTaken(tx, words, null);
    await refusePromised(tx, [term], words.serviceId);
    const [added] = await tx.insert(glossaryTerms).values(words).onConflictDoNothing().returning();
    if (!added) throw explained(term);
    await tell('term_explained', { term, meaning, ...(service && { service: service.name }) });
    return term;
  });
}

/** Changes a word or what it means, if both are as the page showed them. */
export function changeTerm(
  db: Database,
  acting: Acting,
  { id, words, was }: { id: number; words: Term; was: KeptFields },
): Promise<string> {
  return changeGlossary(db, acting, { step: 'change_term', id }, async ({ tx, term, service, tell }) => {
    if (!term) throw new Outdated('Somebody has removed this word: look at the glossary again.');
    const before = termFields(term);
    refuseChanged(was, before);
    const changes = fieldChanges(before, termFields(words));
    if (changes.length === 0) throw new Refused('That is what the glossary says already: nothing was changed.');
    await refuseTaken(tx, { term: words.term, serviceId: term.serviceId }, id);
    await refusePromised(tx, [term.term, words.term], term.serviceId);
    await tx.update(glossaryTerms).set(words).where(eq(glossaryTerms.id, id));
    await tell('term_changed', { term: term.term, changes, ...(service && { service }) });
    return words.term;
  });
}

/** Removes a word from the glossary, if it is as the page showed it. */
export function removeTerm(
  db: Database,
  acting: Acting,
  { id, was }: { id: number; was: KeptFields },
): Promise<string> {
  return changeGlossary(db, acting, { step: 'remove_term', id }, async ({ tx, term, service, tell }) => {
    if (!term) throw new Outdated('Somebody has removed this word already.');
    refuseChanged(was, termFields(term));
    await refusePromised(tx, [term.term], term.serviceId);
    await tx.delete(glossaryTerms).where(eq(glossaryTerms.id, id));
    await tell('term_removed', { term: term.term, meaning: term.meaning, ...(service && { service }) });
    return term.term;
  });
}

type Row = typeof glossaryTerms.$inferSelect;
type Scene = {
  tx: Transaction;
  term: Row | null;
  /** The name of the service whose word it is; null for the council's. */
  service: string | null;
  tell: (kind: EventKind, details: About['details']) => Promise<unknown>;
};

/**
 * One change of the glossary, with the row of its word locked where it is about one: after the services, so that no release is
 * announced in between.
 */
function changeGlossary(
  db: Database,
  acting: Acting,
  { step, id }: { step: 'explain_term' | 'change_term' | 'remove_term'; id?: number },
  work: (scene: Scene) => Promise<string>,
): Promise<string> {
  return change(db, acting, {
    command: step,
    permission: step,
    find: async (tx) => {
      const about = await aboutCouncil(tx, { step });
      await tx.select({ id: services.id }).from(services).orderBy(asc(services.id)).for('no key update');
      const [term = null] = await tx
        .select()
        .from(glossaryTerms)
        .where(eq(glossaryTerms.id, id ?? 0))
        .for('update');
      const [service] = await tx
        .select({ name: services.name })
        .from(services)
        .where(eq(services.id, term?.serviceId ?? 0));
      return { about, term, service: service?.name ?? null };
    },
    work: (tx, { about, term, service }, who: Person) => {
      const happening = { ...about, at: acting.at, actorId: who.id };
      return work({ tx, term, service, tell: (kind, details) => record(tx, { ...happening, kind, details }) });
    },
  });
}

function refuseChanged(was: KeptFields, now: KeptFields): void {
  const meanwhile = changedMeanwhile(was, now);
  if (meanwhile)
    throw new Outdated(`Somebody changed this word while you had the page open: ${meanwhile}. Look at it again.`);
}

const explained = (term: string) =>
  new Mistyped([{ field: 'term', sentence: `“${term}” is explained already: change what is there.` }]);

async function serviceAt(tx: Transaction, slug: string): Promise<{ id: number; name: string }> {
  const [service] = await tx
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(eq(services.slug, slug));
  if (!service) throw new Mistyped([{ field: 'service', sentence: 'There is no such service: choose another one.' }]);
  return service;
}

/** Throws where the council, or the same service, explains the word already. */
async function refuseTaken(
  tx: Transaction,
  { term, serviceId }: { term: string; serviceId: number | null },
  own: number | null,
): Promise<void> {
  const same = await tx
    .select({ id: glossaryTerms.id, term: glossaryTerms.term })
    .from(glossaryTerms)
    .where(
      and(
        sql`lower(${glossaryTerms.term}) = lower(${term})`,
        sql`${glossaryTerms.serviceId} is not distinct from ${serviceId}::int`,
      ),
    );
  const other = same.find(({ id }) => id !== own);
  if (other) throw explained(other.term);
}
