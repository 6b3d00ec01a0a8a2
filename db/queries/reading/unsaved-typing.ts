import { and, gt } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { hoursAfter } from '@/db/connection/moment';
import { atPlace, type UnsavedPlace } from '@/db/facts/unsaved-place';
import { unsavedTyping } from '@/db/schema';
import { lifetimes } from '@/lib/time/lifetimes';

/** What was typed in a form and not saved, and when: an ISO instant. */
export type UnsavedTyping = { fields: Record<string, string>; at: string };

/** What a person has typed for a reading within a day and not saved; null when there is nothing of theirs. */
export async function unsavedTypingOf(
  db: Database,
  { at, ...place }: UnsavedPlace & { at: string },
): Promise<UnsavedTyping | null> {
  const [typing] = await db
    .select({ fields: unsavedTyping.fields, at: unsavedTyping.at })
    .from(unsavedTyping)
    .where(and(atPlace(place), gt(unsavedTyping.at, hoursAfter(at, -lifetimes.typing))));
  return typing ?? null;
}
