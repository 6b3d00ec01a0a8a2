import { and, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { actor, change } from '@/db/commands/road/step';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { editions, withdrawals } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Outdated, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { isPerformanceOfficer } from '@/lib/people/person';
import { lockService } from './edition-write';

type Withdraw = { service: string; number: number; reason: string };

/** Withdraws an edition with a public reason: its address stays and says why; the edition before it is in force again. */
export function withdrawEdition(db: Database, acting: Acting, asked: Withdraw): Promise<{ number: number }> {
  return change(db, acting, 'withdraw_edition', async (tx, tried) => {
    const service = await lockService(tx, asked.service);
    if (!service) throw new StepRefused('There is no such service.');
    const details = { step: 'withdraw_edition', number: asked.number };
    tried.of = { serviceId: service.id, subject: 'service', subjectId: service.id, details };
    const who = await actor(tx, acting);
    if (!isPerformanceOfficer(who)) throw new StepRefused('Only the performance officer can withdraw an edition.');
    const reason = givenText(asked.reason, limits.publicReason, 'Tell the public in a sentence why it is withdrawn.');
    const [edition] = await tx
      .select({ id: editions.id, withdrawn: withdrawals.editionId })
      .from(editions)
      .leftJoin(withdrawals, eq(withdrawals.editionId, editions.id))
      .where(and(eq(editions.serviceId, service.id), eq(editions.number, asked.number)));
    if (!edition) throw new StepRefused('There is no such edition.');
    if (edition.withdrawn !== null) throw new Outdated(`Edition ${asked.number} has been withdrawn already.`);
    await tx.insert(withdrawals).values({ editionId: edition.id, withdrawnAt: acting.at, withdrawnBy: who.id, reason });
    await record(tx, {
      ...{ at: acting.at, actorId: who.id, serviceId: service.id, kind: 'edition_withdrawn' },
      ...{ subject: 'edition', subjectId: edition.id, details: { number: asked.number, reason } },
    });
    return { number: asked.number };
  });
}
