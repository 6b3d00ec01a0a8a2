import { and, eq } from 'drizzle-orm';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { editions, withdrawals } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Outdated, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { findService } from './publish-edition';

type Withdraw = { service: string; number: number; reason: string };

/** Withdraws an edition with a public reason: its address stays and says why; the edition before it is in force again. */
export function withdrawEdition(db: Database, acting: Acting, request: Withdraw): Promise<{ number: number }> {
  return change(db, acting, {
    command: 'withdraw_edition',
    permission: 'withdraw_edition',
    find: (tx) => findService(tx, request.service, { step: 'withdraw_edition', number: request.number }),
    work: async (tx, { service }, who) => {
      const reason = givenText(
        request.reason,
        limits.publicReason,
        'Tell the public in a sentence why it is withdrawn.',
      );
      const [edition] = await tx
        .select({ id: editions.id, withdrawn: withdrawals.editionId })
        .from(editions)
        .leftJoin(withdrawals, eq(withdrawals.editionId, editions.id))
        .where(and(eq(editions.serviceId, service.id), eq(editions.number, request.number)));
      if (!edition) throw new StepRefused('There is no such edition.');
      if (edition.withdrawn !== null) throw new Outdated(`Edition ${request.number} has been withdrawn already.`);
      const withdrawal = { editionId: edition.id, withdrawnAt: acting.at, withdrawnBy: who.id, reason };
      await tx.insert(withdrawals).values(withdrawal);
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId: service.id,
        kind: 'edition_withdrawn',
        subject: 'edition',
        subjectId: edition.id,
        details: { number: request.number, reason },
      });
      return { number: request.number };
    },
  });
}
