import { eq } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { council } from '@/db/schema';
import { Outdated, Refused } from '@/lib/form/refused';
import { type CouncilWords, councilFields } from '@/lib/framework/council-entry';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';

/** Changes what is kept of the council, if it is as the page showed it. The public sees it at once. */
export function changeCouncil(
  db: Database,
  acting: Acting,
  { words, was }: { words: CouncilWords; was: KeptFields },
): Promise<string> {
  return change(db, acting, {
    command: 'change_council',
    permission: 'change_council',
    find: async (tx) => {
      const about = await aboutCouncil(tx, { step: 'change_council' });
      const [here] = await tx.select().from(council).for('no key update');
      if (!here) throw new Refused('There is no council in this database yet.');
      return { about, here };
    },
    work: async (tx, { here }, who) => {
      const before = councilFields(here);
      const meanwhile = changedMeanwhile(was, before);
      if (meanwhile)
        throw new Outdated(`Somebody changed this while you had the page open: ${meanwhile}. Look at it again.`);
      const changes = fieldChanges(before, councilFields(words));
      if (changes.length === 0) throw new Refused('That is how the council stands already: nothing was changed.');
      const { name, contact, areaCode, licence, language } = words;
      await tx.update(council).set({ name, contact, areaCode, licence, language }).where(eq(council.id, here.id));
      await record(tx, {
        at: acting.at,
        actorId: who.id,
        serviceId: null,
        kind: 'council_changed',
        subject: 'council',
        subjectId: here.id,
        details: { changes },
      });
      return here.name;
    },
  });
}
