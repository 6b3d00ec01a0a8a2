import { giveRole, takeRole } from '@/db/commands/people/role-change';
import { approveReading, returnReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { giveEarlyReading, readEarly, takeEarlyReading } from '@/db/commands/release/early-reading';
import { moveRelease } from '@/db/commands/release/move-release';
import { releaseDue } from '@/db/commands/release/releases-due';
import { bringIn, understood } from '../brought';
import { everyWish } from '../wishes';
import { content, emailOf, submitted } from '../working-council';
import { type Scene, type Step, server } from './scene';

/** Releases that are announced, and a file that is brought in between them. */
export function releasesSteps(scene: Scene): Step[] {
  const { db, as, id, trams, warnings } = scene;
  let releases = 0;
  const announce = async (month: string) => {
    const day = `2026-${month}-20`;
    const submission = await submitted(
      db,
      as('Otis', { at: `${day}T08:00:00Z`, today: day }),
      'tram-01',
      content(),
      `2026-0${Number(month) - 1}-01`,
    );
    await approveReading(db, as('Hester', { at: `${day}T08:10:00Z`, today: day }), submission);
    const acknowledged = await warnings(trams, day);
    const dueAt = `${day}T12:00:00Z`;
    const acting = as('Ada', { at: `${day}T09:00:00Z`, today: day });
    const { id: release } = await announceRelease(db, acting, {
      service: 'trams',
      asAt: day,
      note: null,
      acknowledged,
      dueAt,
    });
    releases = release;
    const later = `${day}T13:00:00Z`;
    const moved = () => moveRelease(db, acting, { id: release, dueAt, toAt: later, reason: 'The room is taken.' });
    return { id: release, seen: submission, acting, later, moved, day };
  };
  return [
    [
      'announce, move, give and take early reading',
      async () => {
        const { id: release, acting, moved, day } = await announce('08');
        await moved();
        for (const [hour, name] of [
          ['09', 'Cal'],
          ['10', 'Dev'],
          ['11', 'Olive'],
        ] as const)
          await giveEarlyReading(db, acting, { id: release, email: emailOf(name), fromAt: `${day}T${hour}:00:00Z` });
        await readEarly(db, as('Cal', { at: `${day}T09:30:00Z`, today: day }), release);
        await takeEarlyReading(db, acting, { id: release, personId: id.Olive });
      },
    ],
    ['release', () => releaseDue(db, '2026-08-20T13:00:00Z')],
    [
      'announce, move and cancel',
      async () => {
        const { id: release, acting, later, moved } = await announce('09');
        await moved();
        await cancelRelease(db, acting, { id: release, dueAt: later, reason: 'Not yet.' });
      },
    ],
    [
      'bring in a file with one of each',
      async () => {
        await giveRole(db, server, { email: emailOf('Ada'), role: 'administrator' });
        const last = as('Ada', { at: '2026-09-21T08:00:00Z', today: '2026-09-21' });
        const file = await understood(db, last, everyWish());
        await bringIn(db, last, file.id);
        await takeRole(db, server, { email: emailOf('Ada'), role: 'administrator' });
        return file.counts.refuse === 0 ? null : Promise.reject(new Error('a row of the file was refused'));
      },
    ],
    [
      'a release fails',
      async () => {
        const day = '2026-09-21';
        const acting = as('Ada', { at: `${day}T09:00:00Z`, today: day });
        const acknowledged = await warnings(trams, day);
        const dueAt = `${day}T12:00:00Z`;
        await announceRelease(db, acting, { service: 'trams', asAt: day, note: null, acknowledged, dueAt });
        const last = await db.query.readings.findFirst({
          where: (row, { eq }) => eq(row.state, 'approved'),
          orderBy: (row, { desc }) => desc(row.id),
        });
        const readingVersion = { readingId: last?.id ?? 0, version: last?.version ?? 0 };
        await returnReading(db, as('Hester', { at: `${day}T10:00:00Z`, today: day }), {
          ...readingVersion,
          reason: 'Look again',
          suggested: null,
        });
        const [end] = await releaseDue(db, dueAt);
        if (!end || !('why' in end)) throw new Error(`release ${releases} did not fail`);
      },
    ],
  ];
}
