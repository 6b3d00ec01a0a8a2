import { sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { events, readings, readingVersions } from '@/db/schema';
import type { Tampered } from './verify';

/** A reading that has events or versions, and is not there any more. */
export async function goneFault(db: Connection): Promise<Tampered | null> {
  const [event] = await db
    .select({ id: events.subjectId })
    .from(events)
    .where(
      sql`${events.subject} = 'reading' and not exists (select from ${readings} where ${readings.id} = ${events.subjectId})`,
    )
    .limit(1);
  if (event) return gone('readings', event.id, 'events tell of it, and it is not there any more');
  const [version] = await db
    .select({ id: readingVersions.readingId })
    .from(readingVersions)
    .where(sql`not exists (select from ${readings} where ${readings.id} = ${readingVersions.readingId})`)
    .limit(1);
  return version ? gone('readings', version.id, 'versions of it are kept, and it is not there any more') : null;
}

const gone = (table: string, id: number, what: string): Tampered => ({ table, id: String(id), what });
