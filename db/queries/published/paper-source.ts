import type { Database } from '@/db/connection/client';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import type { FrozenRow } from '@/lib/edition/edition';
import type { Meeting, PaperSource, Since } from '@/lib/paper/paper-source';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { committeesInPublic } from './committees';
import { editionByNumber, editionInForce, type InForce, rowsOf } from './in-force';
import { sheetsOf } from './measures';
import { departuresOf } from './retired';

/** A part of the public wall: what a paper is made from, all of it out of what is published. */

/**
 * All that the paper of an edition needs; `address` is where the edition stands. The changes are counted from `seenAt`, the last
 * meeting of a committee, or else from the last meeting before the publication of any committee that hears the service.
 */
export async function paperSource(
  db: Database,
  edition: InForce,
  address: string,
  seenAt?: Meeting | null,
): Promise<PaperSource> {
  const { id, head, council } = edition;
  const day = londonDay(head.publishedAt);
  const rows = await rowsOf(db, id);
  const sheets = await sheetsOf(db, [id]);
  const heard = (await committeesInPublic(db, endOfLondonDay(day))).filter(({ services }) =>
    services.some(({ slug }) => slug === head.service.slug),
  );
  const past = heard.flatMap(({ name, meetings }) =>
    meetings.filter((meeting) => meeting < day).map((meeting): Meeting => ({ day: meeting, committee: name })),
  );
  const last = seenAt === undefined ? (past.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null) : seenAt;
  return {
    council: {
      name: council.name,
      contact: council.contact,
      demonstration: council.demonstration,
      licence: council.licence,
    },
    head,
    rows,
    sheets: sheets.get(id) ?? new Map(),
    address,
    committees: heard.map(({ name, meetings }) => ({ name, next: meetings.find((meeting) => meeting >= day) ?? null })),
    since: await sinceOf(db, head, rows, last),
  };
}

/** The edition that the committee saw last; where none reports to one, the edition before. */
async function sinceOf(
  db: Database,
  head: InForce['head'],
  rows: FrozenRow[],
  meeting: Meeting | null,
): Promise<Since> {
  const { slug } = head.service;
  if (meeting !== null && londonDay(head.publishedAt) <= meeting.day)
    return { kind: 'same', edition: head.number, meeting };
  if (head.number === 1) return { kind: 'first' };
  const before = meeting
    ? await editionInForce(db, slug, endOfLondonDay(meeting.day))
    : await editionByNumber(db, slug, head.number - 1);
  if (!before)
    return meeting ? { kind: 'none', meeting: meeting.day, committee: meeting.committee } : { kind: 'first' };
  if (before.withdrawal) return { kind: 'withdrawn', edition: before.head.number, meeting };
  const rowsBefore = await rowsOf(db, before.id);
  const departures = await departuresOf(db, slug, endOfLondonDay(londonDay(head.publishedAt)));
  const differences = editionDifferences(
    { asAt: before.head.asAt, rows: rowsBefore },
    { asAt: head.asAt, rows },
    departures,
  );
  return { kind: 'changes', edition: before.head.number, meeting, before: rowsBefore, differences };
}
