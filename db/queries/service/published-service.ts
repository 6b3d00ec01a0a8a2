import type { Database } from '@/db/connection/client';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import { type EarlyItem, earlyReadings } from '@/db/queries/release/early';
import { type EditionDifference, editionDifferences } from '@/lib/edition/difference/edition-difference';
import type { EditionHead } from '@/lib/edition/edition';
import type { Person } from '@/lib/people/person';
import { type Summary, scorecardAt } from '@/lib/scorecard/scorecard';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { type OverdueAction, overdueActions } from '@/lib/service/action-dates';
import { isRed } from '@/lib/target/judged-status';
import { endOfLondonDay } from '@/lib/time/instant';
import { meetingsAround, type ServiceMeeting } from './service-meetings';

/** What changed since a committee met, or why there is nothing to compare. */
export type SinceCommittee = ServiceMeeting &
  ({ kind: 'first' } | { kind: 'withdrawn' } | { kind: 'differences'; was: number; differences: EditionDifference[] });

/** A service as its councillors read it: nothing but what is published. */
export type PublishedService = {
  head: EditionHead;
  summary: Summary;
  reds: ScorecardRow[];
  overdue: ScorecardRow[];
  overdueActions: OverdueAction[];
  since: SinceCommittee | null;
  nextMeeting: ServiceMeeting | null;
  /** The announced editions of this service that this person may read already. */
  early: EarlyItem[];
};

/** The edition in force of a service with what a councillor asks of it; null where none is published. */
export async function publishedService(
  db: Database,
  who: Person,
  slug: string,
  { today, now }: { today: string; now: string },
): Promise<PublishedService | null> {
  const inForce = await editionInForce(db, slug, endOfLondonDay(today));
  if (!inForce) return null;
  const { head } = inForce;
  const rows = await rowsOf(db, inForce.id);
  const { all, summary } = scorecardAt(head, rows, today, { show: 'all', order: 'report' });
  const { last, next } = await meetingsAround(db, slug, today);
  const early = await earlyReadings(db, who, now);
  return {
    head,
    summary,
    reds: all.filter(({ rag }) => isRed(rag)),
    overdue: all.filter(({ status }) => status.status === 'overdue'),
    overdueActions: overdueActions(rows, today),
    since: last && { ...last, ...(await sinceMeeting(db, slug, last.day, { id: inForce.id, head, rows })) },
    nextMeeting: next,
    early: early.filter(({ service }) => service === head.service.name),
  };
}

type InForceNow = { id: number; head: EditionHead; rows: Awaited<ReturnType<typeof rowsOf>> };

async function sinceMeeting(db: Database, slug: string, day: string, now: InForceNow) {
  const then = await editionInForce(db, slug, endOfLondonDay(day));
  if (!then) return { kind: 'first' as const };
  if (then.withdrawal) return { kind: 'withdrawn' as const };
  const was = then.head.number;
  if (then.id === now.id) return { kind: 'differences' as const, was, differences: [] };
  const before = { asAt: then.head.asAt, rows: await rowsOf(db, then.id) };
  const after = { asAt: now.head.asAt, rows: now.rows };
  const departures = await departuresOf(db, slug, endOfLondonDay(now.head.asAt));
  return { kind: 'differences' as const, was, differences: editionDifferences(before, after, departures) };
}
