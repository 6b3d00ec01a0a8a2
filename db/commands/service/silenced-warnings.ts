import { and, eq } from 'drizzle-orm';
import { type About, change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { services, silencedChecks } from '@/db/schema';
import { ruleWords } from '@/lib/commentary/checking/rule-words';
import type { WarningRule } from '@/lib/commentary/finding';
import { limits } from '@/lib/form/limits';
import { Refused, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';

type Check = { slug: string; rule: WarningRule };

/** Silences a kind of warning about words for a service, with a reason; what blocks is no warning. */
export function silenceCheck(db: Database, acting: Acting, { reason, ...check }: Check & { reason: string }) {
  return changeSilence(db, acting, 'silence_check', check, async (tx, serviceId, tell) => {
    const why = givenText(reason, limits.changeReason, 'Say why this service is not to be shown these warnings.');
    const [silenced] = await tx
      .insert(silencedChecks)
      .values({ serviceId, rule: check.rule, reason: why })
      .onConflictDoNothing()
      .returning();
    if (!silenced) throw new Refused('These warnings are silenced already.');
    await tell('check_silenced', { reason: why });
  });
}

/** Brings a silenced kind of warning back to a service. */
export function hearCheck(db: Database, acting: Acting, check: Check) {
  return changeSilence(db, acting, 'hear_check', check, async (tx, serviceId, tell) => {
    const [heard] = await tx
      .delete(silencedChecks)
      .where(and(eq(silencedChecks.serviceId, serviceId), eq(silencedChecks.rule, check.rule)))
      .returning();
    if (!heard) throw new Refused('These warnings are shown already.');
    await tell('check_heard', {});
  });
}

type Tell = (kind: 'check_silenced' | 'check_heard', details: About['details']) => Promise<unknown>;

/** One change of what a service is not shown, with the service locked. */
function changeSilence(
  db: Database,
  acting: Acting,
  step: 'silence_check' | 'hear_check',
  { slug, rule }: Check,
  work: (tx: Transaction, serviceId: number, tell: Tell) => Promise<void>,
): Promise<string> {
  return change(db, acting, {
    command: step,
    permission: step,
    find: async (tx) => {
      const [service] = await tx.select().from(services).where(eq(services.slug, slug)).for('no key update');
      if (!service) throw new StepRefused('There is no such service.');
      const about: About = {
        serviceId: service.id,
        subject: 'service',
        subjectId: service.id,
        details: { step, rule },
      };
      return { about, service };
    },
    work: async (tx, { about, service }, who) => {
      const named = { service: service.name, rule, check: ruleWords[rule] };
      await work(tx, service.id, (kind, details) =>
        record(tx, { ...about, at: acting.at, actorId: who.id, kind, details: { ...named, ...details } }),
      );
      return slug;
    },
  });
}
