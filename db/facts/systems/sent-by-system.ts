import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { events } from '@/db/schema';

const ofReading = (readingId: SQLWrapper | number): SQL =>
  sql`${events.subject} = 'reading' and ${events.subjectId} = ${readingId}`;

/** The name of the system that wrote a version of a reading, within a statement that has both; null where a person wrote it. */
export const systemOfVersion = (readingId: SQLWrapper | number, version: SQLWrapper | number) =>
  sql<string | null>`(select ${events.details} -> 'system' ->> 'name' from ${events}
    where ${ofReading(readingId)} and ${events.kind} = 'reading_saved' and (${events.details} ->> 'version')::int = ${version}
    order by ${events.id} desc limit 1)`;

/** The same of the last submission of a reading. */
export const systemOfSubmission = (readingId: SQLWrapper | number) =>
  sql<string | null>`(select ${events.details} -> 'system' ->> 'name' from ${events}
    where ${ofReading(readingId)} and ${events.kind} = 'reading_submitted' order by ${events.id} desc limit 1)`;

/** The name of whoever submitted a reading, within a statement that has it: of a system, with the person who answers for it. */
export const submitterOf = (readingId: SQLWrapper, name: SQLWrapper) =>
  sql<string | null>`coalesce(${systemOfSubmission(readingId)} || ' (' || ${name} || ' answers for it)', ${name})`;

/** The number of the system that wrote a version of a reading; null where a person wrote it. */
export const systemIdOfVersion = (readingId: number, version: number) =>
  sql`select ${events.details} -> 'system' ->> 'id' as id from ${events}
    where ${ofReading(readingId)} and ${events.kind} = 'reading_saved' and (${events.details} ->> 'version')::int = ${version}
    order by ${events.id} desc limit 1`;
