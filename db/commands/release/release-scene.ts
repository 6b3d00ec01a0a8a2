import type { About } from '@/db/commands/road/change';
import type { Transaction } from '@/db/connection/client';
import type { AnnouncementRow } from '@/db/facts/edition/waiting-release';
import { StepRefused } from '@/lib/form/refused';
import { isSameMoment } from '@/lib/release/release-moment';
import { formatInstant } from '@/lib/time/instant';
import { lockAnnouncement } from './announcement-lock';

/** Which announced release, and the moment of release that the person saw. */
export type Release = { id: number; dueAt: string };

type ReleaseScene = { about: About | null; release: AnnouncementRow | null };

/** The release that a change is about, locked with its service; a refused try of it is kept as this step. */
export async function findRelease(tx: Transaction, id: number, step: string): Promise<ReleaseScene> {
  const release = (await lockAnnouncement(tx, id))?.announcement;
  if (!release) return { about: null, release: null };
  const { serviceId, number } = release;
  return { release, about: { serviceId, subject: 'announcement', subjectId: id, details: { step, number } } };
}

/** A release that still waits, at the moment that was seen; throws where it does not. */
export function stillWaiting(release: AnnouncementRow | null, seenDueAt?: string): AnnouncementRow {
  if (!release) throw new StepRefused('There is no such release.');
  if (release.state !== 'announced') throw new StepRefused(over[release.state]);
  if (seenDueAt !== undefined && !isSameMoment(release.dueAt, seenDueAt))
    throw new StepRefused(`This release was moved to ${formatInstant(release.dueAt)} meanwhile: look at it again.`);
  return release;
}

const over = {
  released: 'This edition is released already.',
  cancelled: 'This release is cancelled already.',
  failed: 'This release failed at its moment: announce another.',
};
