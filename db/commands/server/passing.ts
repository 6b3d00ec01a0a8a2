import { lt } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseMoment, recordMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import {
  answers,
  devices,
  guesses,
  imports,
  invitations,
  keptTyping,
  sessions,
  setUpLinks,
  unsavedTyping,
} from '@/db/schema';
import { keptFor, lifetimes } from '@/lib/time/lifetimes';

/**
 * Sweeps away what has passed and is no part of the record: no event tells of it. All of it ages by the clock of the
 * database, but answers, which bear the moment of the day that is lived in. Answers how many rows went.
 */
export async function sweepPassing(db: Database): Promise<number> {
  const [at, lived] = [await databaseMoment(db), await recordMoment(db)];
  const before = (hours: number) => hoursAfter(at, -hours);
  const swept = [
    await db.delete(guesses).where(lt(guesses.at, before(lifetimes.guess))),
    await db.delete(keptTyping).where(lt(keptTyping.at, before(lifetimes.typing))),
    await db.delete(unsavedTyping).where(lt(unsavedTyping.at, before(lifetimes.typing))),
    await db.delete(answers).where(lt(answers.at, hoursAfter(lived, -keptFor.answer))),
    await db.delete(sessions).where(lt(sessions.expiresAt, before(keptFor.session))),
    await db.delete(invitations).where(lt(invitations.expiresAt, before(keptFor.invitation))),
    await db.delete(setUpLinks).where(lt(setUpLinks.expiresAt, before(keptFor.invitation))),
    await db.delete(imports).where(lt(imports.beatAt, before(keptFor.file))),
    await db.delete(devices).where(lt(devices.seenAt, before(keptFor.device))),
  ];
  return swept.reduce((total, { count }) => total + count, 0);
}
