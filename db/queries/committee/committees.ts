import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { meetingGround, servicesToHear } from '@/db/facts/committee-facts';
import { committees, meetingMoves } from '@/db/schema';
import { moveSentence } from '@/lib/committee/changed-meetings';
import type { MeetingMove } from '@/lib/committee/committee';
import { committeeFields } from '@/lib/committee/committee-entry';
import type { MeetingGround } from '@/lib/committee/meeting-effect';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { may } from '@/lib/people/change-permissions';
import { isPerformanceOfficer, type Person } from '@/lib/people/person';
import { londonDay } from '@/lib/time/day';

export type KeptCommittee = {
  slug: string;
  ground: MeetingGround;
  moves: MeetingMove[];
  /** Its fields as the page shows them, for whoever saves after somebody else. */
  was: KeptFields;
  /** Every service of the council, in order, and whether this committee hears it. */
  services: { slug: string; name: string; heard: boolean }[];
};

/** Whether a person keeps committees on the pages of the settings. */
const keepsCommittees = (who: Person): boolean => isPerformanceOfficer(who) && may(who, 'name_committee');

/** All committees by name as a performance officer keeps them; null for everybody else. */
export async function keptCommittees(db: Database, who: Person): Promise<KeptCommittee[] | null> {
  if (!keepsCommittees(who)) return null;
  const rows = await db.select().from(committees).orderBy(asc(committees.name));
  const kept: KeptCommittee[] = [];
  for (const row of rows) kept.push(await committeeOf(db, row));
  return kept;
}

/** A committee as a performance officer keeps it; null where there is none, and for everybody else. */
export async function keptCommittee(db: Database, who: Person, slug: string): Promise<KeptCommittee | null> {
  if (!keepsCommittees(who)) return null;
  const [row] = await db.select().from(committees).where(eq(committees.slug, slug));
  return row ? committeeOf(db, row) : null;
}

/** The services that a new committee may hear, in the council's order; null for everybody but a performance officer. */
export async function servicesForCommittee(
  db: Database,
  who: Person,
): Promise<{ slug: string; name: string }[] | null> {
  if (!keepsCommittees(who)) return null;
  return (await servicesToHear(db)).map(({ slug, name }) => ({ slug, name }));
}

/**
 * A meeting as a performance officer changes it, with what became of it where somebody has moved or cancelled it already; null
 * where there never was one, and for everybody else.
 */
export async function keptMeeting(
  db: Database,
  who: Person,
  slug: string,
  day: string,
): Promise<{ committee: string; day: string; gone: string | null } | null> {
  const committee = await keptCommittee(db, who, slug);
  if (!committee) return null;
  const { ground, moves } = committee;
  if (ground.meetings.includes(day)) return { committee: ground.name, day, gone: null };
  const move = moves.find(({ from }) => from === day);
  return move ? { committee: ground.name, day, gone: moveSentence(move) } : null;
}

async function committeeOf(db: Database, row: typeof committees.$inferSelect): Promise<KeptCommittee> {
  const ground = await meetingGround(db, row);
  const moves = await db
    .select()
    .from(meetingMoves)
    .where(eq(meetingMoves.committeeId, row.id))
    .orderBy(desc(meetingMoves.movedAt));
  const isHeard = (slug: string) => ground.heard.some((service) => service.slug === slug);
  return {
    slug: row.slug,
    ground,
    moves: moves.map(({ fromDay, toDay, movedAt, reason }) => ({
      from: fromDay,
      to: toDay,
      on: londonDay(movedAt),
      reason,
    })),
    was: committeeFields(
      row.name,
      ground.heard.map(({ name }) => name),
    ),
    services: (await servicesToHear(db)).map(({ slug, name }) => ({ slug, name, heard: isHeard(slug) })),
  };
}
