import { eq } from 'drizzle-orm';
import { giveEarlyReading } from '@/db/commands/release/early-reading';
import { moveRelease } from '@/db/commands/release/move-release';
import { releaseDue } from '@/db/commands/release/releases-due';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { nextEdition, type ServiceRow } from '@/db/facts/edition/next-edition';
import { type AnnouncementRow, waitingRelease } from '@/db/facts/edition/waiting-release';
import { services } from '@/db/schema';
import { londonInstant } from '@/lib/time/instant';
import type { Acknowledged, StoryStep } from './story-step';

type Move = Extract<StoryStep, { do: 'move release' }>;
type Early = Extract<StoryStep, { do: 'give early reading' }>;
type Checked = { service: string; asAt: string; warnings?: Acknowledged };

async function serviceAt(db: Database, slug: string): Promise<ServiceRow> {
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) throw new Error(`there is no ${slug}`);
  return service;
}

/** The warnings of the checklist of an edition, each with the reason of the story; one without a reason stops the publication. */
export async function acknowledged(db: Database, { service, asAt, warnings }: Checked) {
  if (!warnings) return [];
  const { findings } = await nextEdition(db, await serviceAt(db, service), asAt, 'signed');
  return findings.warnings.flatMap(({ id }) => {
    const beginning = Object.keys(warnings).find((candidate) => id.startsWith(candidate));
    return beginning === undefined ? [] : [{ finding: id, reason: warnings[beginning] ?? '' }];
  });
}

async function releaseOf(db: Database, slug: string): Promise<AnnouncementRow> {
  const release = await waitingRelease(db, (await serviceAt(db, slug)).id);
  if (!release) throw new Error(`no release of ${slug} waits`);
  return release;
}

/** Has a person read the release that waits early, from the beginning of a day. */
export async function giveEarly(db: Database, acting: Acting, { service, email, from }: Early): Promise<void> {
  const { id } = await releaseOf(db, service);
  await giveEarlyReading(db, acting, { id, email, fromAt: londonInstant(from, '00:00') });
}

/** Moves the release that waits to half past nine on another day. */
export async function postpone(db: Database, acting: Acting, { service, to, reason }: Move): Promise<void> {
  const { id, dueAt } = await releaseOf(db, service);
  await moveRelease(db, acting, { id, dueAt, toAt: londonInstant(to, '09:30'), reason });
}

/** Has the release come whose moment this is, as a job of the server does. */
export async function releaseNow(db: Database, at: string): Promise<void> {
  const outcomes = await releaseDue(db, at);
  const isReleased = outcomes.length > 0 && outcomes.every((outcome) => 'editionId' in outcome);
  if (!isReleased) throw new Error(`a release did not come: ${JSON.stringify(outcomes)}`);
}
