import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { wordsBeside } from '@/db/facts/commentary/words-beside';
import { hiddenNumbersAt } from '@/db/facts/disclosure/hidden-numbers-of';
import type { ServiceHidden } from '@/db/facts/disclosure/service-hidden';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import type { ReadingRow } from '@/db/facts/reading-record';
import { events } from '@/db/schema';
import { readingText } from '@/lib/commentary/checking/reading-as-text';
import { releaseTerms, releaseWords, type TakenIn } from '@/lib/commentary/checking/release-words';
import type { ReleaseChecklist } from '@/lib/release/release-checklist';
import { periodOf } from '@/lib/series/measure-record';
import { endOf, name } from '@/lib/time/period';

/** What an edition of a service at a day would be the first to show: these approved readings, from the facts that it is made of. */
type Taken = {
  serviceId: number;
  asAt: string;
  facts: MeasureWithFacts[];
  approved: ReadingRow[];
  service: ServiceHidden;
};

/**
 * What the checks find in the words that an edition takes in. What was approved before words were checked is not judged again,
 * and what an earlier edition shows is not looked at.
 */
export async function wordsTakenIn(
  db: Connection,
  { serviceId, asAt, facts, approved, service }: Taken,
): Promise<ReleaseChecklist> {
  const checked = await checkedApprovals(
    db,
    approved.map(({ id }) => id),
  );
  if (checked.size === 0) return { blockers: [], warnings: [] };
  const { silenced, ...words } = await wordsBeside(db, serviceId);
  const taken = approved.flatMap(({ id, measureId, kept }): TakenIn[] => {
    const measure = facts.find((fact) => fact.id === measureId);
    const reading = measure?.readings.find((record) => record.id === id);
    if (!measure || !reading || !checked.has(id)) return [];
    const period = periodOf(measure, reading);
    if (endOf(period) >= asAt) return [];
    const { periodStart: start, revision, approvedOn } = reading;
    const hidden = hiddenNumbersAt(service, measure.code, start);
    const text = (today: string) =>
      readingText(measure, { start, revision, written: reading }, { ...words, hidden, today });
    const readingName = `${name(period)} for measure ${measure.number}`;
    return [{ id, name: readingName, kept, approved: text(approvedOn ?? asAt), released: text(asAt) }];
  });
  const findings = releaseWords(taken, { silenced });
  const rows = facts.map(({ number, code, title, definition, readings }) => {
    const own = readings.find((reading) => checked.has(reading.id));
    return { number, code, title, definition, comments: own?.comments ?? null, actions: own?.actions ?? [] };
  });
  return { ...findings, blockers: [...findings.blockers, ...releaseTerms(rows, words.glossary)] };
}

/** Those of some readings whose approval checked their words. */
async function checkedApprovals(db: Connection, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.subject, 'reading'),
        inArray(events.subjectId, ids),
        eq(events.kind, 'reading_approved'),
        sql`${events.details} ->> 'words' = 'checked'`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
