import { eq } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import type { About } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { historyBatches, people, services } from '@/db/schema';
import type { HistoryFacts } from '@/lib/elsewhere/confirming-history';
import { Outdated, StepRefused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { formatInstant } from '@/lib/time/instant';

/** A batch of history as it is kept. */
export type BatchRow = typeof historyBatches.$inferSelect;
type Scene = { about: About; batch: BatchRow | null; slug: string };

/** A batch, with its service locked first, as a publication locks it. */
export async function findBatch(tx: Transaction, step: string, id: number): Promise<Scene> {
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
export async function permitted(
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
