import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { actor, change, type Try } from '@/db/commands/road/step';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import type { AnnouncementRow } from '@/db/facts/waiting-release';
import { announcementMoves, announcements } from '@/db/schema';
import { announcedFor, isSameMoment, tooEarly } from '@/lib/edition/announcement';
import { limits } from '@/lib/form/limits';
import { Refused, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { isPerformanceOfficer, type Person } from '@/lib/people/person';
import { formatInstant } from '@/lib/time/instant';
import { lockAnnouncement } from './announcement-lock';
import { checkedEdition, type EditionAsked } from './edition-check';
import { lockService } from './edition-write';
import { noSuchService } from './editions';

/** The service's address, what the edition is to be, and the ISO instant of its release. */
export type Announce = EditionAsked & { service: string; dueAt: string };

/** Announces the next edition of a service for a moment to come: what it shows, and by whose approval, is settled now. */
export function announceRelease(db: Database, acting: Acting, asked: Announce): Promise<{ id: number; dueAt: string }> {
  const { service: slug, asAt, dueAt } = asked;
  return change(db, acting, 'announce', async (tx, tried) => {
    const service = await lockService(tx, slug);
    if (!service) throw new StepRefused(noSuchService);
    const details = { step: 'announce', asAt };
    tried.of = { serviceId: service.id, subject: 'service', subjectId: service.id, details };
    const who = await actor(tx, acting);
    if (!isPerformanceOfficer(who)) throw new StepRefused(onlyOfficer);
    if (service.release === 'rolling')
      throw new Refused('This service publishes by itself after each approval, so no release of it is announced.');
    const passed = tooEarly(dueAt, acting.at);
    if (passed) throw new Refused(passed);
    const { next, number, approved, note, acknowledged } = await checkedEdition(tx, acting, service, asked);
    const [row] = await tx
      .insert(announcements)
      .values({
        ...{ serviceId: service.id, number, asAt, dueAt, note, included: approved, seen: next.seen },
        ...{ acknowledged, announcedBy: who.id, announcedAt: acting.at },
      })
      .returning({ id: announcements.id });
    if (!row) throw new Error('an announcement was not written');
    await record(tx, {
      ...{ at: acting.at, actorId: who.id, serviceId: service.id },
      ...{ kind: 'release_announced', subject: 'announcement', subjectId: row.id },
      details: {
        ...{ number, service: slug, asAt, dueAt, included: approved, seen: next.seen },
        ...(note && { note }),
        ...(acknowledged.length > 0 && { acknowledged }),
      },
    });
    return { id: row.id, dueAt };
  });
}

/** Which announced release, and the moment that whoever asks has seen it announced for. */
export type Release = { id: number; dueAt: string };

/** Moves an announced release to another moment, with the reason that the public reads. */
export function moveRelease(
  db: Database,
  acting: Acting,
  asked: Release & { toAt: string; reason: string },
): Promise<{ dueAt: string }> {
  const { toAt } = asked;
  return change(db, acting, 'move release', async (tx, tried) => {
    const { who, waiting } = await theWaiting(tx, acting, tried, 'move', asked);
    const reason = givenText(asked.reason, limits.publicReason, 'Tell the public why the release is moved.');
    if (isSameMoment(waiting.dueAt, toAt))
      throw new Refused(`${announcedFor(waiting)} already: choose another moment.`);
    const passed = tooEarly(toAt, acting.at);
    if (passed) throw new Refused(passed);
    const { id, dueAt, number, serviceId } = waiting;
    const move = { fromAt: dueAt, toAt, reason };
    await tx.insert(announcementMoves).values({ ...move, announcementId: id, movedAt: acting.at, movedBy: who.id });
    await tx.update(announcements).set({ dueAt: toAt }).where(eq(announcements.id, id));
    await record(tx, {
      ...{ at: acting.at, actorId: who.id, serviceId, kind: 'release_moved', subject: 'announcement', subjectId: id },
      details: { number, ...move },
    });
    return { dueAt: toAt };
  });
}

/** Calls an announced release off, with the reason that the public reads. */
export function cancelRelease(
  db: Database,
  acting: Acting,
  asked: Release & { reason: string },
): Promise<{ number: number }> {
  return change(db, acting, 'cancel release', async (tx, tried) => {
    const { who, waiting } = await theWaiting(tx, acting, tried, 'cancel', asked);
    const reason = givenText(asked.reason, limits.publicReason, 'Tell the public why the release is cancelled.');
    const { id, number, serviceId } = waiting;
    await tx.update(announcements).set({ state: 'cancelled', why: reason }).where(eq(announcements.id, id));
    await record(tx, {
      ...{ at: acting.at, actorId: who.id, serviceId, kind: 'release_cancelled' },
      ...{ subject: 'announcement', subjectId: id, details: { number, reason } },
    });
    return { number };
  });
}

const onlyOfficer = 'Only the performance officer can announce, move or cancel a release.';

/** The release that is asked of, locked with its service and still waiting, for the performance officer who has seen it as it is. */
export async function theWaiting(
  tx: Transaction,
  acting: Acting,
  tried: Try,
  step: string,
  { id, dueAt }: { id: number; dueAt?: string },
): Promise<{ who: Person; waiting: AnnouncementRow }> {
  const known = (await lockAnnouncement(tx, id))?.announcement;
  if (known)
    tried.of = {
      ...{ serviceId: known.serviceId, subject: 'announcement', subjectId: id },
      details: { step, number: known.number },
    };
  const who = await actor(tx, acting);
  if (!isPerformanceOfficer(who)) throw new StepRefused(onlyOfficer);
  if (!known) throw new StepRefused('There is no such release.');
  if (known.state !== 'announced') throw new StepRefused(over[known.state]);
  if (dueAt !== undefined && !isSameMoment(known.dueAt, dueAt))
    throw new StepRefused(`This release was moved to ${formatInstant(known.dueAt)} meanwhile: look at it again.`);
  return { who, waiting: known };
}

const over = {
  released: 'This edition is released already.',
  cancelled: 'This release is cancelled already.',
  failed: 'This release failed at its moment: announce another.',
};
