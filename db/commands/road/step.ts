import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { factsOfReading, type MeasurePlace, type MeasureRow, type ReadingRow } from '@/db/facts/reading-record';
import { systemOfVersion } from '@/db/facts/systems/sent-by-system';
import { events, people, readings, readingVersions } from '@/db/schema';
import { Outdated, StepRefused } from '@/lib/form/refused';
import { type Person, sendsMeasure } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { blankContent } from '@/lib/reading/content';
import { contentDifferences } from '@/lib/reading/content-difference';
import { Stale, staleSentence } from '@/lib/reading/stale';
import { refusal, type Step, steps } from '@/lib/reading/workflow';
import { formatInstant } from '@/lib/time/instant';
import type { Acting } from './who-and-when';

export const noSuchReading = 'There is no such reading.';

/** A reading of a measure and one of its periods, locked, and the version of it that was seen. */
export type ReadingScene = {
  place: MeasurePlace;
  reading: ReadingRow | null;
  /** Null for a day on which no period of the measure begins. */
  periodStart: string | null;
  seenVersion: number | null;
};

/** The same with whoever takes a step, as the record has them once the reading is locked; null where it has them no more. */
export type StepScene = ReadingScene & { who: Person | null };

/** Throws unless this person may take this step with what is there now, and has seen it as it is now. */
export async function permitStep(
  tx: Transaction,
  { today }: Acting,
  who: Person,
  step: Step,
  { place: { measure }, reading, periodStart, seenVersion }: ReadingScene,
): Promise<void> {
  const isKnown = worksFor(who, measure.serviceId, today) || sendsMeasure(who, measure.id);
  if (periodStart === null || !isKnown) throw new StepRefused(noSuchReading);
  const facts = factsOfReading(measure, reading, periodStart, today);
  const why = refusal(who, step, facts, today);
  if (!steps[step].may(who, facts, today)) throw new StepRefused(why ?? steps[step].otherwise);
  if (reading && reading.version !== seenVersion) throw await stale(tx, who, measure, reading, seenVersion);
  if (why) throw new Outdated(`${why}${reading && !who.system ? await lastMove(tx, who, reading) : ''}`);
}

/** What says that this reading is not as it was seen: who changed what, and when. */
async function stale(
  tx: Transaction,
  who: Person,
  measure: MeasureRow,
  reading: ReadingRow,
  seenVersion: number | null,
) {
  const versions = await tx
    .select({
      version: readingVersions.version,
      content: readingVersions.content,
      at: readingVersions.at,
      by: people.id,
      name: people.name,
      system: systemOfVersion(readingVersions.readingId, readingVersions.version),
    })
    .from(readingVersions)
    .innerJoin(readings, eq(readings.id, readingVersions.readingId))
    .innerJoin(people, eq(people.id, readingVersions.authorId))
    .where(
      and(
        eq(readings.measureId, measure.id),
        eq(readings.periodStart, reading.periodStart),
        inArray(readingVersions.version, [reading.version, seenVersion ?? 0]),
      ),
    );
  const now = versions.find(({ version }) => version === reading.version);
  const then = versions.find(({ version }) => version === seenVersion);
  const differences = contentDifferences(then?.content ?? blankContent, now?.content ?? blankContent, measure);
  const last = now ? { name: nameFor(who, now), at: now.at } : null;
  return new Stale(staleSentence({ seenVersion, version: reading.version, last, differences }), {
    readingId: reading.id,
    seenVersion,
    now: reading.version,
    differences,
  });
}

type Mover = { by: number | null; name: string | null; system: string | null };

const nameFor = (who: Person, { by, name, system }: Mover): string =>
  system ?? (by === who.id ? 'You' : (name ?? 'Somebody'));

const moves = {
  reading_saved: 'saved it',
  reading_submitted: 'submitted it',
  reading_withdrawn: 'withdrew it',
  reading_approved: 'approved it',
  reading_returned: 'returned it',
  correction_begun: 'began this correction',
} as const;
type Move = keyof typeof moves;

/** What was last done with a reading, as a sentence after the one that refuses: ' Hana Malik approved it at …'. */
async function lastMove(tx: Transaction, who: Person, reading: ReadingRow): Promise<string> {
  if (reading.publishedAt) return ` It was published at ${formatInstant(reading.publishedAt)}.`;
  const [last] = await tx
    .select({
      kind: events.kind,
      at: events.at,
      by: events.actorId,
      name: people.name,
      system: sql<string | null>`${events.details} -> 'system' ->> 'name'`,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.subject, 'reading'),
        eq(events.subjectId, reading.id),
        inArray(events.kind, Object.keys(moves) as Move[]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return last ? ` ${nameFor(who, last)} ${moves[last.kind as Move]} at ${formatInstant(last.at)}.` : '';
}
