import { eq } from 'drizzle-orm';
import { changeMeasure } from '@/db/commands/measure/measure-road';
import { type About, change } from '@/db/commands/road/change';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { type KeptDecision, ownDecision, serviceDecision } from '@/db/facts/disclosure/decisions';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import type { MeasureRow } from '@/db/facts/reading-record';
import { disclosureDecisions, services } from '@/db/schema';
import { decisionProblems } from '@/lib/disclosure/decision/decision-entry';
import type { Policy } from '@/lib/disclosure/policy';
import { policyWords } from '@/lib/disclosure/policy-words';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { announcedFor, staysUntilThen } from '@/lib/release/release-moment';

/** `was` is the newest decision that the page showed, 0 for none. */
type Decided = { decision: Policy; was: number };

/** Records what was decided on the small counts of one measure; answers its code. */
export function decideForMeasure(
  db: Database,
  acting: Acting,
  { code, decision, was }: Decided & { code: string },
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'decide_small_counts' }, async ({ tx, who, measure }) => {
    if (measure.retiredOn !== null)
      throw new StepRefused('This measure is retired: nothing more is decided on its counts.');
    if (!measure.countsPeople)
      throw new StepRefused(
        'This measure counts no people, so nothing of it is hidden. Say first that it counts people.',
      );
    const before = await ownDecision(tx, measure.id);
    judge(decision, before, was, acting.today);
    await decideForMeasureInto(tx, { at: acting.at, who: who.id }, measure, { decision, before });
    return code;
  });
}

type Written = { decision: Policy; before: KeptDecision | null };

/** Records a decision on a measure inside the transaction of a change. */
async function decideForMeasureInto(
  tx: Transaction,
  { at, who }: Doer,
  { id, serviceId, number, code }: Pick<MeasureRow, 'id' | 'serviceId' | 'number' | 'code'>,
  { decision, before }: Written,
): Promise<void> {
  await tx.insert(disclosureDecisions).values({ ...decision, measureId: id, recordedBy: who, recordedAt: at });
  await record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'small_counts_decided',
    subject: 'measure',
    subjectId: id,
    details: { measure: number, code, ...decisionDetails(decision, before) },
  });
}

/** Records what was decided on every measure of a service that has no decision of its own; answers the service's address. */
export function decideForService(
  db: Database,
  acting: Acting,
  { service: slug, decision, was }: Decided & { service: string },
): Promise<string> {
  return change(db, acting, {
    command: 'decide_default',
    permission: 'decide_default',
    find: async (tx) => {
      const [service] = await tx.select().from(services).where(eq(services.slug, slug)).for('no key update');
      if (!service) throw new StepRefused('There is no such service.');
      const about: About = {
        serviceId: service.id,
        subject: 'service',
        subjectId: service.id,
        details: { step: 'decide_default' },
      };
      return { about, service };
    },
    work: async (tx, { service }, who) => {
      const waiting = await waitingRelease(tx, service.id);
      if (waiting) throw new StepRefused(staysUntilThen.service(announcedFor(waiting)));
      const before = await serviceDecision(tx, service.id);
      judge(decision, before, was, acting.today);
      await decideForServiceInto(tx, { at: acting.at, who: who.id }, service, { decision, before });
      return slug;
    },
  });
}

/** Records the default of a service inside the transaction of a change. */
async function decideForServiceInto(
  tx: Transaction,
  { at, who }: Doer,
  { id, name }: { id: number; name: string },
  { decision, before }: Written,
): Promise<void> {
  await tx.insert(disclosureDecisions).values({ ...decision, serviceId: id, recordedBy: who, recordedAt: at });
  await record(tx, {
    at,
    actorId: who,
    serviceId: id,
    kind: 'small_counts_decided',
    subject: 'service',
    subjectId: id,
    details: { service: name, ...decisionDetails(decision, before) },
  });
}

/** Throws unless a decision can be kept: nobody was quicker, it says who, when and why, and it is not what holds already. */
function judge(decision: Policy, before: KeptDecision | null, was: number, today: string): void {
  if ((before?.id ?? 0) !== was)
    throw new Outdated(
      `Somebody recorded a decision while you had the page open: ${before ? policyWords(before) : 'none'}. Look at it again.`,
    );
  const problems = decisionProblems(decision, today);
  if (problems.length > 0) throw new Mistyped(problems);
  const same = (['method', 'threshold', 'reason', 'decidedBy', 'decidedOn'] as const).every(
    (part) => before?.[part] === decision[part],
  );
  if (same) throw new Refused('That is what was decided already: nothing was changed.');
}

/** What an event tells of a decision, and of the one that it takes the place of. */
const decisionDetails = ({ method, threshold, reason, decidedBy, decidedOn }: Policy, before: Policy | null) => ({
  decision: policyWords({ method, threshold }),
  was: before ? policyWords(before) : '',
  threshold,
  decidedBy,
  decidedOn,
  reason,
});
