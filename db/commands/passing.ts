import { lt } from 'drizzle-orm';
import { lifetimes, remembered } from '@/lib/sign-in';
import type { Database } from '../client';
import { hoursAfter } from '../moment';
import { answers, devices, guesses, invitations, keptTyping, sessions, unsavedTyping } from '../schema';

/** Sweeps away what has passed and is no part of the record: no event tells of it. Answers how many rows went. */
export async function sweepPassing(db: Database, at: string): Promise<number> {
  const before = (hours: number) => hoursAfter(at, -hours);
  const swept = [
    await db.delete(guesses).where(lt(guesses.at, before(lifetimes.guess))),
    await db.delete(keptTyping).where(lt(keptTyping.at, before(lifetimes.typing))),
    await db.delete(unsavedTyping).where(lt(unsavedTyping.at, before(lifetimes.typing))),
    await db.delete(answers).where(lt(answers.at, before(remembered.answer))),
    await db.delete(sessions).where(lt(sessions.expiresAt, before(remembered.session))),
    await db.delete(invitations).where(lt(invitations.expiresAt, before(remembered.invitation))),
    await db.delete(devices).where(lt(devices.seenAt, before(remembered.device))),
  ];
  return swept.reduce((total, { count }) => total + count, 0);
}
