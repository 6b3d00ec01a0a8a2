import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { events, people } from '@/db/schema';
import { Outdated } from '@/lib/form/refused';
import type { EventKind, Subject } from '@/lib/record/event';
import { eventSentence } from '@/lib/record/event-sentence';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';

/** What was last done to a subject, of some kinds, as the sentence that refuses a form which showed it otherwise. */
export async function outdated(
  tx: Transaction,
  { subject, id, kinds }: { subject: Subject; id: number; kinds: EventKind[] },
): Promise<Outdated> {
  const [last] = await tx
    .select({ kind: events.kind, details: events.details, at: events.at, who: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(eq(events.subject, subject), eq(events.subjectId, id), inArray(events.kind, kinds)))
    .orderBy(desc(events.id))
    .limit(1);
  const what = last
    ? `${withoutEnd(eventSentence(last))} at ${formatInstant(last.at)}.`
    : 'Somebody else has changed this.';
  return new Outdated(
    `${what} Nothing of yours was saved: look at it as it is now, and save again if you still want to.`,
  );
}

/** The same for a person. */
export const changedMeanwhile = (tx: Transaction, { id }: { id: number }, kinds: EventKind[]): Promise<Outdated> =>
  outdated(tx, { subject: 'person', id, kinds });
