import { type SQL, sql } from 'drizzle-orm';
import { livedDay } from '@/db/schema';
import { isBefore } from '@/lib/release/release-moment';
import type { Connection } from './client';

/** This moment by the clock of the record, in whichever statement it stands; on the day that is lived in, where there is one. */
export const recordClock = sql<string>`coalesce(
  (select (${livedDay.today} + (clock_timestamp() at time zone 'Europe/London')::time) at time zone 'Europe/London'
    from ${livedDay}),
  clock_timestamp())`;

/**
 * This moment by the clock of the database itself, whatever day a demonstration lives in, in whichever statement it stands:
 * sessions, invitations, wrong guesses and remembered browsers age by it, and by no process's own.
 */
export const databaseClock = sql<string>`clock_timestamp()`;

/** The day in London by the clock of the record. */
export const recordDay = sql<string>`((${recordClock}) at time zone 'Europe/London')::date::text`;

/** The instant of an expression as ISO text, to the microsecond. */
export const isoInstant = (instant: SQL) =>
  sql<string>`to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** This moment by the clock of the record, as an ISO instant. */
export async function recordMoment(db: Connection): Promise<string> {
  return momentOf(db, recordClock);
}

/** This moment by the clock of the database itself, as an ISO instant. */
export async function databaseMoment(db: Connection): Promise<string> {
  return momentOf(db, databaseClock);
}

async function momentOf(db: Connection, clock: SQL<string>): Promise<string> {
  const [row] = await db.execute<{ now: string }>(sql`select ${isoInstant(clock)} as now`);
  if (!row) throw new Error('the record has no clock');
  return row.now;
}

/** The moment that a process gives, or the record's own where that is earlier: a fast clock cannot bring a moment nearer. */
export async function notAhead(db: Connection, at: string): Promise<string> {
  const recordNow = await recordMoment(db);
  return isBefore(recordNow, at) ? recordNow : at;
}
