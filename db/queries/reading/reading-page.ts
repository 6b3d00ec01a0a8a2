import type { Database } from '@/db/connection/client';
import { textOf } from '@/db/facts/commentary/checked-reading';
import { type PublicRow, publicRowOf } from '@/db/facts/disclosure/public-row';
import { eyesMissing } from '@/db/facts/eyes-missing';
import { historyAt } from '@/db/facts/history-figures';
import { factsOf } from '@/db/facts/measure-facts';
import {
  contentOf,
  factsOfReading,
  measurePlace,
  newestReading,
  type ReadingRow,
  readingBefore,
  readingsBefore,
} from '@/db/facts/reading-record';
import { type Signatures, signaturesOf } from '@/db/facts/signatures';
import { usualBefore } from '@/db/facts/usual-figures';
import { pick } from '@/lib/collection/pick';
import type { FormChecks } from '@/lib/commentary/checking/typed-findings';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze-row';
import { elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { figureWords, shown } from '@/lib/figure/figure';
import { type MeasureFacts, measureFactNames } from '@/lib/measure/measure';
import { covered } from '@/lib/measure/span';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { type OpenAction, openActions } from '@/lib/reading/completed-actions';
import { blankContent, type Content } from '@/lib/reading/content';
import type { Kept } from '@/lib/reading/kept-warnings';
import { refusal, type State, type Step, stepsFor } from '@/lib/reading/workflow';
import { comparatorOf } from '@/lib/series/compared-figure';
import { type MeasureRecord, unwritten } from '@/lib/series/measure-record';
import { lastRequiredStart } from '@/lib/series/retirement';
import { readingDue } from '@/lib/status/data-status';
import { dueDate } from '@/lib/status/due-date';
import { type Target, targetFigure, targetRule } from '@/lib/target/target';
import { targetInForce } from '@/lib/target/target-in-force';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { isDay } from '@/lib/time/instant';
import { addDays, daysBetween, endOf, isStart, label, type Period, shift } from '@/lib/time/period';
import { type PreviousPeriod, previousPeriod } from './previous-period';

type MeasureWords = { id: number; number: number; code: string; title: string; definition: string };

export type ReadingPage = Signatures & {
  readingId: number | null;
  /** What a change of this reading must carry; null when nothing is written yet. */
  version: number | null;
  revision: number;
  state: State | null;
  steps: Step[];
  /** Why this person can do nothing with this reading now; null when there is a step. */
  whyNot: string | null;
  /** Who must be named where nobody who may approve it is left. */
  eyesMissing: string | null;
  measure: MeasureFacts & MeasureWords;
  service: { slug: string; name: string };
  period: {
    start: string;
    label: string;
    range: string;
    due: string;
    status: 'not_yet' | 'due' | 'overdue';
    daysLate: number;
  };
  content: Content;
  /** The period before, as it was approved; null where nothing of it is here. */
  previous: PreviousPeriod | null;
  /** The target in force for the period, and as a scorecard words it; null with the reason in `whyNoTarget`. */
  target: { target: Target; figure: string | null; rule: string | null } | null;
  whyNoTarget: string | null;
  /** What the direction of travel is measured against. */
  comparator: { label: string; figure: string | null; why: string | null };
  /** The last values before this period, newest first, for lib/unusual. */
  usual: string[];
  /** The actions of earlier periods that no reading says are done. */
  openActions: OpenAction[];
  /** What the checks of its words know, and the warnings that the last period kept. */
  checks: FormChecks;
  keptBefore: { label: string; warnings: Kept[] } | null;
  /** What stands in public while this is a correction. */
  published: { figure: string; at: string } | null;
  /** The row as councillors would see it with what is saved now; null when nothing is saved. */
  row: FrozenRow | null;
  /** The row as the public would see it, and what it is not shown; null where it sees all of it. */
  publicly: PublicRow | null;
  /** The council year of the row's comparator column: "2017/18". */
  comparisonYear: string;
};

/** A measure's reading of one period as its people work on it; null where there is none or it may not be seen. */
export async function readingPage(
  db: Database,
  who: Person,
  code: string,
  periodStart: string,
  today: string,
): Promise<ReadingPage | null> {
  const place = await measurePlace(db, { code });
  if (!place || !worksFor(who, place.service.id, today)) return null;
  const { measure, service } = place;
  if (!isDay(periodStart) || !isStart(periodStart, measure)) return null;
  const latest = lastRequiredStart(measure.retiredOn, measure) ?? today;
  if (periodStart < measure.requiredFrom || periodStart > today || periodStart > latest) return null;

  const period: Period = { frequency: measure.frequency, start: periodStart };
  const reading = await newestReading(db, measure.id, periodStart);
  const facts = factsOfReading(measure, reading, periodStart, today);
  const history = reading ? null : await historyAt(db, measure.id, periodStart);
  const steps = history ? [] : stepsFor(who, facts, today);
  // The row is as at the day after the period, or today: it has no later periods.
  const counted = reading ? ({ besides: [reading.id] } as const) : 'signed';
  const asAt = addDays(endOf(period), 1);
  const [record] = await factsOf(db, { measureId: measure.id }, asAt, counted);
  if (!record) return null;
  const comparisonStart = councilYear(today).start - 1;
  const target = targetInForce(record.targets, periodStart);
  const earlier = await readingsBefore(db, measure.id, periodStart);
  const last = earlier.find((row) => row.periodStart === shift(period, -1).start);
  const withThis = reading ? record.readings : [unwritten(periodStart), ...record.readings];
  const comparator = comparatorOf(record, withThis, { asAt, comparisonStart });
  const corrected = reading && reading.revision > 0 ? await readingBefore(db, reading) : null;
  const content = reading ? await contentOf(db, reading) : blankContent;
  const revision = reading?.revision ?? 0;
  const written = { id: reading?.id ?? null, periodStart, revision, written: content };
  const due = dueDate(period, measure.lagDays);
  const figureText = (row: ReadingRow) => figureWords(row, measure);
  return {
    readingId: reading?.id ?? null,
    version: reading?.version ?? null,
    revision,
    state: reading?.state ?? null,
    steps,
    whyNot: history
      ? `This figure was ${elsewhereWords(history)}. It came in as history, and is not entered here as well.`
      : steps.length > 0
        ? null
        : refusal(who, reading?.state === 'submitted' ? 'approve' : 'save', facts, today),
    eyesMissing: await eyesMissing(db, place, reading, today),
    measure: measureOf(record),
    service: { slug: service.slug, name: service.name },
    period: {
      start: periodStart,
      label: label(period),
      range: covered(period, measure),
      due,
      status: readingDue(period, measure.lagDays, today),
      daysLate: Math.max(0, daysBetween(due, today)),
    },
    content,
    checks: await textOf(db, record, written, today),
    keptBefore: last ? { label: label(shift(period, -1)), warnings: last.kept } : null,
    previous: await previousPeriod(db, { measure, record, last, period: shift(period, -1) }),
    target: target && {
      target: target.target,
      figure: targetFigure(target.target, measure),
      rule: targetRule(target.target, measure),
    },
    whyNoTarget: measure.whyNoTarget,
    comparator: {
      label: comparator.label,
      why: comparator.why,
      figure: comparator.value === null ? null : shown(comparator.value, measure),
    },
    usual: await usualBefore(db, measure, periodStart, earlier),
    openActions: openActions(
      record.readings
        .filter((earlierReading) => earlierReading.periodStart < periodStart)
        .map((earlierReading) => ({ ...earlierReading, start: earlierReading.periodStart })),
    ),
    returned: null,
    submitted: null,
    approved: null,
    sentBy: null,
    ...(reading && (await signaturesOf(db, reading))),
    published: corrected?.publishedAt ? { figure: figureText(corrected), at: corrected.publishedAt } : null,
    row: reading ? freezeRow(record, { asAt, comparisonStart }) : null,
    publicly: reading ? await publicRowOf(db, record, { asAt, comparisonStart }, { today, counted }) : null,
    comparisonYear: yearLabel(comparisonStart),
  };
}

/** What a form needs to know of a measure, and nothing else of it. */
const measureOf = (record: MeasureRecord & { id: number }): ReadingPage['measure'] => ({
  ...pick(record, ['id', 'number', 'code', 'title', 'definition', ...measureFactNames]),
  digitsFollow: record.digitsFollow ?? false,
  periodsAddUp: record.periodsAddUp ?? false,
});
