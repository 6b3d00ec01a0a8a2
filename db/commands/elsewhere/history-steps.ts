import { eq } from 'drizzle-orm';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { lastEdition } from '@/db/facts/edition/last-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { historyBatches, historyFigures } from '@/db/schema';
import { confirmRefusal, discardRefusal } from '@/lib/elsewhere/confirming-history';
import { limits } from '@/lib/form/limits';
import { StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { actsFor } from '@/lib/people/who-acts-as-head';
import { announcedFor } from '@/lib/release/release-moment';
import { type BatchRow, findBatch, permitted } from './history-scene';

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
