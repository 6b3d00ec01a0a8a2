import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { databaseMoment } from '@/db/connection/clock';
import {
  devices,
  guesses,
  imports,
  invitations,
  keptTyping,
  refusedSignIns,
  sessions,
  setUpLinks,
  unsavedTyping,
} from '@/db/schema';
import { guessWindow } from '@/lib/people/sign-in-limits';

/** Everything that ages by the database's clock looks afterwards as if so many hours had gone by. */
export async function hoursPass(db: Database, hours: number): Promise<void> {
  const back = (column: SQL | unknown) => sql`${column} - ${hours}::float8 * interval '1 hour'`;
  await db.update(sessions).set({
    startedAt: back(sessions.startedAt),
    usedAt: back(sessions.usedAt),
    expiresAt: back(sessions.expiresAt),
    endedAt: back(sessions.endedAt),
  });
  await db.update(invitations).set({ expiresAt: back(invitations.expiresAt) });
  await db.update(setUpLinks).set({ expiresAt: back(setUpLinks.expiresAt) });
  await db.update(devices).set({ seenAt: back(devices.seenAt) });
  await db.update(guesses).set({ at: back(guesses.at) });
  await db.update(refusedSignIns).set({ since: back(refusedSignIns.since) });
  await db.update(keptTyping).set({ at: back(keptTyping.at) });
  await db.update(imports).set({ beatAt: back(imports.beatAt) });
  await db.update(unsavedTyping).set({ at: back(unsavedTyping.at) });
}

/** Resolves where so many seconds of the present quarter of an hour are left, in which refusals are counted together. */
export async function quarterAhead(db: Database, seconds: number): Promise<void> {
  const length = guessWindow.minutes * 60_000;
  const left = length - (Date.parse(await databaseMoment(db)) % length);
  if (left < seconds * 1_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
}
