import { eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { authorsFindings, standingTextOf } from '@/db/facts/commentary/checked-reading';
import { type PublicRow, publicRowOf } from '@/db/facts/disclosure/public-row';
import { eyesMissing } from '@/db/facts/eyes-missing';
import { factsOf } from '@/db/facts/measure-facts';
import { contentOf, factsOfReading, type MeasureRow, measurePlace, readingsBefore } from '@/db/facts/reading-record';
import { type Signatures, signaturesOf } from '@/db/facts/signatures';
import { eventsOfReadings } from '@/db/queries/history/measure-events';
import { type HistoryLine, linesOf } from '@/db/queries/history/reading-history';
import { measures, readings } from '@/db/schema';
import { type Weighed, weigh } from '@/lib/commentary/checking/weigh-findings';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze-row';
import { covered } from '@/lib/measure/span';
import type { Deputyship, Person } from '@/lib/people/person';
import { deputyship, headsService } from '@/lib/people/who-acts-as-head';
import type { Content } from '@/lib/reading/content';
import type { Difference } from '@/lib/reading/content-difference';
import { type Judging, judgingOf } from '@/lib/reading/judging';
import { refusal, type State, type Step, stepsFor } from '@/lib/reading/workflow';
import { dueDate } from '@/lib/status/due-date';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { addDays, endOf, formatDate, label, name, type Period } from '@/lib/time/period';
import { changesOf } from './review-changes';
import { daysLateOf } from './review-list';

export { type ReviewItem, reviewOrder, reviewsFor } from './review-list';

export type ReviewPage = {
  readingId: number;
  version: number;
  revision: number;
  state: State;
  code: string;
  title: string;
  service: { slug: string; name: string };
  period: { start: string; label: string; range: string; due: string; daysLate: number };
  /** The row as it will appear, made as the publication makes it. */
  row: FrozenRow;
  /** The row as the public would see it, and what it is not shown; null where it sees all of it. */
  publicly: PublicRow | null;
  /** The council year of the row's comparator column: "2017/18". */
  comparisonYear: string;
  /** Where this reading will not be the row's current one: a sentence that says so. */
  rowNote: string | null;
  content: Content;
  /** What the checks find in its words, and what its author answered. */
  findings: Weighed;
  steps: Step[];
  whyNot: string | null;
  /** Which colour other than the rule's may be judged with an approval; null where none may. */
  judging: Judging | null;
  /** Against the version that was with the head before this one; empty when there is none. */
  changedSinceLastVersion: Difference[];
  /** Against the last approved period before this one. */
  changedSincePreviousPeriod: { label: string; differences: Difference[] } | null;
  /** Against the published figure and words that this reading corrects. */
  changedSincePublished: { at: string; differences: Difference[] } | null;
  /** "Are you sure?" of a figure far from its history; the reason given stands in content.unusual. */
  unusual: string | null;
  returned: { by: string; at: string; reason: string; suggested: string | null } | null;
  submitted: { by: string; at: string } | null;
  approved: Signatures['approved'];
  /** Who must be named where nobody who may approve it is left. */
  eyesMissing: string | null;
  /** "You are deputising for Hana Malik until 14 September 2018." */
  deputy: string | null;
  history: HistoryLine[];
};

/** One reading as its reviewer sees it; null where there is none, or for a person who does not head its service. */
export async function reviewPage(
  db: Database,
  who: Person,
  readingId: number,
  today: string,
): Promise<ReviewPage | null> {
  const [row] = await db
    .select({ reading: readings })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(eq(readings.id, readingId));
  const place = row && (await measurePlace(db, { id: row.reading.measureId }));
  if (!row || !place || !headsService(who, place.service.id, today)) return null;
  const { reading } = row;
  const { measure, service } = place;
  if (reading.state === 'draft') return null;

  const period: Period = { frequency: measure.frequency, start: reading.periodStart };
  const facts = factsOfReading(measure, reading, reading.periodStart, today);
  const comparisonStart = councilYear(today).start - 1;
  const asAt = addDays(endOf(period), 1);
  const [record] = await factsOf(db, { measureId: measure.id }, asAt, { besides: [reading.id] });
  if (!record) return null;
  const content = await contentOf(db, reading);
  const written = { id: reading.id, periodStart: period.start, revision: reading.revision, written: content };
  const checks = await standingTextOf(db, record, written, today);
  const due = dueDate(period, measure.lagDays);
  const steps = stepsFor(who, facts, today);
  const frozen = freezeRow(record, { asAt, comparisonStart });
  const judged = { serviceId: service.id, ownerId: measure.ownerId, authors: reading.authors, rule: frozen.rag.colour };
  const span = who.heads.includes(service.id) ? null : deputyship(who, service.id, today);
  return {
    readingId: reading.id,
    version: reading.version,
    revision: reading.revision,
    state: reading.state,
    code: measure.code,
    title: measure.title,
    service: { slug: service.slug, name: service.name },
    period: {
      start: period.start,
      label: label(period),
      range: covered(period, measure),
      due,
      daysLate: daysLateOf(reading, due, today),
    },
    row: frozen,
    publicly: await publicRowOf(db, record, { asAt, comparisonStart }, { today, counted: { besides: [reading.id] } }),
    rowNote: await laterNote(db, measure, period),
    comparisonYear: yearLabel(comparisonStart),
    content,
    findings: weigh(authorsFindings(checks), content.kept ?? []),
    steps,
    whyNot: steps.includes('approve') ? null : refusal(who, 'approve', facts, today),
    judging: steps.includes('approve') ? judgingOf(who, judged, today) : null,
    ...(await changesOf(db, measure, reading, content)),
    ...(await signaturesOf(db, reading)),
    eyesMissing: await eyesMissing(db, place, reading, today),
    deputy: span && deputySentence(span, reading.authors),
    history: await linesOf(db, eventsOfReadings(db, measure.id, reading.periodStart)),
  };
}

/** For whom a deputy acts and how long; where that head had a part in the reading, that the deputy answers alone. */
const deputySentence = ({ headId, headName, untilDay }: Deputyship, authors: number[]): string => {
  const alone = authors.includes(headId) ? ` ${headName} wrote part of this, so you approve it in your own name.` : '';
  return `You are deputising for ${headName} until ${formatDate(untilDay)}.${alone}`;
};

/** Where a later period is on the scorecard already: that it stays the row's current one. */
async function laterNote(db: Database, measure: MeasureRow, period: Period): Promise<string | null> {
  const [later] = await readingsBefore(db, measure.id, '9999-01-01');
  if (!later || later.periodStart <= period.start) return null;
  const current = name({ frequency: measure.frequency, start: later.periodStart });
  return `The scorecard goes on showing ${current}; ${name(period)} will appear in its trend.`;
}
