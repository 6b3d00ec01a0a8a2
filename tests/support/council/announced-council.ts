import { eq } from 'drizzle-orm';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { announcements } from '@/db/schema';
import { addMonths } from '@/lib/time/period';
import { type Name, submitted, workingCouncil } from './working-council';

type ServiceOf = { service: 'buses' | 'trams'; code: string; owner: Name; head: Name };
const ofBuses: ServiceOf = { service: 'buses', code: 'bus-01', owner: 'Olive', head: 'Hana' };
export const ofTrams: ServiceOf = { service: 'trams', code: 'tram-01', owner: 'Otis', head: 'Hester' };

/** The first month whose reading an announced edition may take in; each round has the next one. */
const first = '1990-01-01';

/**
 * A council whose one bus measure, or one tram measure, has a month for every round. A round stands on the fifth
 * of the month after its own, at 10:42 in London; its approved reading is what there is to announce.
 */
export async function announcedCouncil(db: Database) {
  const council = await workingCouncil(db, { buses: 1, from: first });
  let months = 0;
  /** A month further on: a reading of it approved for a measure, and what announces the next edition of its service. */
  const round = async (service: ServiceOf = ofBuses) => {
    const periodStart = addMonths(first, months);
    months += 1;
    const today = `${addMonths(first, months).slice(0, 8)}05`;
    const as = (name: Name, more: Partial<Acting> = {}): Acting =>
      council.as(name, { at: `${today}T10:42:00Z`, today, ...more });
    const submission = await submitted(db, as(service.owner), service.code, undefined, periodStart);
    await approveReading(db, as(service.head), submission);
    const { findings } = await nextEdition(db, council[service.service], today, 'signed');
    const acknowledged = findings.warnings.map(({ id }) => ({ finding: id, reason: 'Known' }));
    const edition = { service: service.service, asAt: today, note: null, acknowledged };
    const announce = (dueAt: string, more: Partial<Acting> = {}) =>
      announceRelease(db, as('Ada', more), { ...edition, dueAt });
    return { today, as, periodStart, reading: submission, edition, announce, dueAt: `${today}T12:00:00Z` };
  };
  return { ...council, db, round };
}

/** An announcement as the record has it. */
export async function announcement(db: Database, id: number) {
  const [row] = await db.select().from(announcements).where(eq(announcements.id, id));
  if (!row) throw new Error('the announcement is gone');
  return { ...row, dueAt: new Date(row.dueAt).toISOString() };
}
