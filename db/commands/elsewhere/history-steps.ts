import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { type About, change } from '@/db/commands/road/change';
import { aboutCouncil } from '@/db/commands/road/council-scene';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { lastEdition } from '@/db/facts/edition/last-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { historyBatches, historyFigures, people, services } from '@/db/schema';
import { announcedFor } from '@/lib/edition/release-moment';
import { confirmRefusal, discardRefusal, type HistoryFacts } from '@/lib/elsewhere/history-steps';
import { limits } from '@/lib/form/limits';
import { Outdated, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { actsFor, type Person, worksFor } from '@/lib/people/person';
import { formatInstant } from '@/lib/time/instant';

type BatchRow = typeof historyBatches.$inferSelect;
type Scene = { about: About; batch: BatchRow | null; slug: string };

/** Confirms a batch of history as a whole, on the word of the head of service or a deputy; answers the service's address. */
export function confirmHistory(db: Database, acting: Acting, { id }: { id: number }): Promise<string> {
  return change(db, acting, {
    command: 'confirm_history',
    permission: 'confirm_history',
    find: (tx) => findBatch(tx, 'confirm_history', id),
    work: async (tx, { batch, slug }, who) => {
      const facts = await permitted(tx, acting, who, batch, confirmRefusal);
      const last = await lastEdition(tx, facts.serviceId);
      if (last)
        throw new StepRefused(
          `Edition ${last.number} is published: figures that were published elsewhere come in before the first one.`,
        );
      const waiting = await waitingRelease(tx, facts.serviceId);
      if (waiting)
        throw new StepRefused(`${announcedFor(waiting)} without these figures: wait for it, or cancel it first.`);
      const deputised = actsFor(who, facts.serviceId, facts.authors, acting.today);
      await tx
        .update(historyBatches)
        .set({ confirmedBy: who.id, confirmedAt: acting.at, confirmedFor: deputised?.headId ?? null })
        .where(eq(historyBatches.id, id));
      await tell(tx, acting, facts.batch, 'history_confirmed', {
        ...(deputised && { for: deputised.headName, forId: deputised.headId }),
      });
      return slug;
    },
  });
}

/** Throws a batch of history that waits away, with a reason; its figures may come in again, mended. */
export function discardHistory(
  db: Database,
  acting: Acting,
  { id, reason: typed }: { id: number; reason: string },
): Promise<string> {
  return change(db, acting, {
    command: 'discard_history',
    permission: 'discard_history',
    find: (tx) => findBatch(tx, 'discard_history', id),
    work: async (tx, { batch, slug }, who) => {
      const facts = await permitted(tx, acting, who, batch, discardRefusal);
      const reason = givenText(typed, limits.discardReason, 'Say why these figures are thrown away.');
      await tx
        .update(historyBatches)
        .set({ discardedBy: who.id, discardedAt: acting.at, discardReason: reason })
        .where(eq(historyBatches.id, id));
      await tx.delete(historyFigures).where(eq(historyFigures.batchId, id));
      await tell(tx, acting, facts.batch, 'history_discarded', { reason });
      return slug;
    },
  });
}

/** A batch, with its service locked first, as a publication locks it. */
async function findBatch(tx: Transaction, step: string, id: number): Promise<Scene> {
  const council = await aboutCouncil(tx, { step });
  const [known] = await tx.select().from(historyBatches).where(eq(historyBatches.id, id));
  if (!known) return { about: council, batch: null, slug: '' };
  const [service] = await tx.select().from(services).where(eq(services.id, known.serviceId)).for('no key update');
  const [batch] = await tx.select().from(historyBatches).where(eq(historyBatches.id, id)).for('update');
  const { figures, measures } = known;
  return {
    about: {
      serviceId: known.serviceId,
      subject: 'service',
      subjectId: known.serviceId,
      details: { step, figures, measures },
    },
    batch: batch ?? null,
    slug: service?.slug ?? '',
  };
}

type Refusal = (who: Person, history: HistoryFacts, today: string) => string | null;

/** What the steps know of a batch; throws unless this person may take the step, and the batch waits. */
async function permitted(
  tx: Transaction,
  { today }: Acting,
  who: Person,
  batch: BatchRow | null,
  refusal: Refusal,
): Promise<HistoryFacts & { batch: BatchRow }> {
  if (!batch || !(worksFor(who, batch.serviceId, today) || batch.authors.includes(who.id)))
    throw new StepRefused('There is no such history.');
  const facts = { serviceId: batch.serviceId, authors: batch.authors, batch };
  const why = refusal(who, facts, today);
  if (why) throw new StepRefused(why);
  const ended = await endedBy(tx, batch);
  if (ended) throw new Outdated(ended);
  return facts;
}

/** Who confirmed a batch or threw it away, and when; null while it waits. */
async function endedBy(tx: Transaction, batch: BatchRow): Promise<string | null> {
  const [by, at] = [batch.confirmedBy ?? batch.discardedBy, batch.confirmedAt ?? batch.discardedAt];
  if (by === null || at === null) return null;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, by));
  const what = batch.confirmedBy === null ? 'threw these figures away' : 'confirmed these figures';
  return `${person?.name ?? 'Somebody'} ${what} at ${formatInstant(at)}.`;
}

const tell = (
  tx: Transaction,
  { at, who }: Acting,
  { id, serviceId, publishedIn: where, publishedOn: on, figures, measures, contentHash: hash }: BatchRow,
  kind: 'history_confirmed' | 'history_discarded',
  more: Record<string, unknown>,
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind,
    subject: 'service',
    subjectId: serviceId,
    details: { batch: id, where, on, figures, measures, hash, ...more },
  });
