import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { hiddenOfMeasures } from '@/db/facts/disclosure/public-row';
import { factsOf } from '@/db/facts/measure-facts';
import { mendsOf } from '@/db/facts/mends';
import { recordsOf } from '@/db/facts/reading-facts';
import { measurePlace } from '@/db/facts/reading-record';
import { officersOf } from '@/db/facts/year-end/officers';
import { readings } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { freezeMeasure, type MeasureSheet } from '@/lib/edition/measure-sheet';
import { saysNotClosed } from '@/lib/edition/not-closed-yet';
import type { TrendReading } from '@/lib/edition/trend-of';
import { readingValue } from '@/lib/figure/computed-value';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import type { State } from '@/lib/reading/workflow';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { publishedReading } from '@/lib/series/published-reading';
import { type HiddenFigure, hiddenFigures, hiddenPeriods } from '@/lib/service/hidden-figures';
import { processLength } from '@/lib/spc/frozen-process';
import { councilYear } from '@/lib/time/council-year';
import { endOf, label } from '@/lib/time/period';
import { unclosedSentence } from '@/lib/year-end/unclosed-words';

export type MeasureWork = {
  service: { slug: string; name: string };
  /** The row and the sheet as the next edition would have them, with what is begun. */
  row: FrozenRow;
  sheet: MeasureSheet;
  /** What the public would not be shown of it, the newest period first. */
  hidden: HiddenFigure[];
  /** Who closes the year before, while it is not closed; null once it is. */
  unclosed: string | null;
  /** The newest of each of the last periods, whatever its state, newest first. */
  readings: TrendReading[];
  /** For a performance officer: where a new baseline may begin, where one does, and why ranges are screened; null for others. */
  baselines: { periods: Choice[]; rebases: (Choice & { reason: string })[]; screening: string | null } | null;
};
type Choice = { start: string; label: string };

const unpublishedWords: Record<Exclude<State, 'published'>, string> = {
  draft: 'a draft',
  submitted: 'submitted, waiting for approval',
  returned: 'returned to its owner',
  approved: 'approved, waiting for the next edition',
};

/** A measure as its people see it, with what is not published yet; null where there is none or it may not be seen. */
export async function measurePage(db: Database, who: Person, code: string, today: string): Promise<MeasureWork | null> {
  const place = await measurePlace(db, { code });
  if (!place || !worksFor(who, place.service.id, today)) return null;
  const { measure, service } = place;
  const [record] = await factsOf(db, { measureId: measure.id }, today, 'signed');
  if (!record) return null;
  const open = await db
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, measure.id), noneOf(readings.state, 'approved', 'published')))
    .orderBy(desc(readings.periodStart));
  const begun = await recordsOf(
    db,
    open.map(({ id }) => id),
  );
  // What is begun stands in the place of what it corrects, in the headline as in the chart; where it says nothing yet, in neither.
  const written = (begun.get(measure.id) ?? []).filter((reading) => saysSomething(reading, record));
  const byStart = new Map([...record.readings, ...written].map((reading) => [reading.periodStart, reading]));
  const newest = [...byStart.values()].sort((a, b) => b.periodStart.localeCompare(a.periodStart));
  const shown = newest.map((reading): TrendReading => {
    const state = reading.state as State;
    const trendReading = publishedReading(record, reading);
    return state === 'published' ? trendReading : { ...trendReading, unpublished: unpublishedWords[state] };
  });
  const cut = { asAt: today, comparisonStart: councilYear(today).start - 1 };
  // A correction of a period of long ago is drawn, and does not stretch what an edition works with.
  const isFull = record.readings.length >= processLength;
  const oldest = isFull ? (record.readings.at(-1)?.periodStart ?? '') : '';
  const worked = newest.filter(({ periodStart }) => periodStart >= oldest);
  const mends = await mendsOf(db, [measure.id]);
  const recordHere = { ...record, ...mends.get(measure.id), readings: worked };
  const { row, sheet } = freezeMeasure(recordHere, cut);
  const besides = written.map(({ id }) => id);
  const hidden = (await hiddenOfMeasures(db, [record], today, { besides })).get(record.code);
  const period = (start: string) => ({ frequency: measure.frequency, start });
  const choice = (start: string): Choice => ({ start, label: label(period(start)) });
  const counted = record.readings.filter((reading) => endOf(period(reading.periodStart)) < today);
  const rebased = new Set(record.rebases.map(({ start }) => start));
  return {
    service: { slug: service.slug, name: service.name },
    row,
    sheet,
    hidden: hidden
      ? withRow(hiddenFigures(row, freezePublicMeasure(recordHere, cut, hidden).row), hiddenPeriods(recordHere, hidden))
      : [],
    unclosed: saysNotClosed(row) ? unclosedSentence([row], await officersOf(db)) : null,
    readings: shown,
    baselines: may(who, 'rebase')
      ? {
          periods: counted
            .slice(0, -1)
            .map(({ periodStart }) => choice(periodStart))
            .filter(({ start }) => !rebased.has(start)),
          rebases: record.rebases.map(({ start, reason }) => ({ ...choice(start), reason })),
          screening: record.screeningReason ?? null,
        }
      : null,
  };
}

/** What is hidden of the row, and of every period that it does not speak of. */
const withRow = (row: HiddenFigure[], periods: HiddenFigure[]): HiddenFigure[] => [
  ...row,
  ...periods.filter(({ period }) => row.every((figure) => figure.period !== period)),
];

/** Whether a reading has a figure or says why it has none. */
const saysSomething = (reading: ReadingRecord, measure: MeasureRecord): boolean =>
  reading.missing !== null || readingValue(reading, measure) !== null;
