import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { Exact } from '@/lib/figure/decimal';
import { type Covering, spanOf } from '@/lib/measure/span';
import { statusAt } from '@/lib/status/data-status';
import { standingColour } from '@/lib/target/judged-status';
import { parseDay } from '@/lib/time/day-entry';
import { label, windows, windowWords } from '@/lib/time/period';
import type { OpenRow } from './open-columns';
import { plainFigure } from './plain-figure';
import { type OpenReading, readingColumns, targetColumns } from './reading-columns';
import { timePeriod, timePeriodOfSpan } from './time-period';

/** Whose figures they are, and under which licence. */
export type Publisher = { name: string; areaCode: string | null; licence: string | null };

/** A measure of an edition, as its data are read on an ISO day; the sheet is null for an edition from before there were any. */
export type OpenMeasure = {
  head: EditionHead;
  council: Publisher;
  row: FrozenRow;
  sheet: MeasureSheet | null;
  date: string;
};

const ourSeries = 'This council';

/**
 * A measure as the scorecard of an edition shows it, in one row: its latest figure with the target, the colour, the comparison and
 * the words. Where the edition knows no reading by itself, the figure is the last point of its trend. Source: docs/rules.md, Open data.
 */
export function scorecardRow(measure: OpenMeasure, latest: OpenReading | null): OpenRow {
  const { row, sheet } = measure;
  return {
    ...ownColumns(measure),
    ...(row.period ? periodColumns(measure, row.period.start) : {}),
    ...(latest && sheet ? readingColumns(latest, sheet) : lastPoint(row)),
    ...targetInRow(row, sheet),
    performance_rag: standingColour(row.rag) ?? '',
    rag_by_rule: row.rag.colour ?? '',
    judged_reason: row.rag.judged?.reason ?? '',
    ...comparisonColumns(measure),
    comments: row.comments ?? '',
  };
}

/** Every figure of a measure, one row for each period, the oldest first, then those of others; what is compared is the latest. */
export function measureRows(measure: OpenMeasure & { sheet: MeasureSheet }, readings: OpenReading[]): OpenRow[] {
  const { row, sheet } = measure;
  const own = readings.map((each) => ({
    ...ownColumns(measure),
    ...periodColumns(measure, each.reading.start),
    ...readingColumns(each, sheet),
    ...(each.reading.start === row.period?.start ? comparisonColumns(measure) : {}),
  }));
  const others = sheet.benchmarks.flatMap((benchmark) =>
    benchmark.values.map(({ from, until, value }): OpenRow => {
      const { area_code: _, licence: __, frequency: ___, covers: ____, ...common } = ownColumns(measure);
      return {
        ...common,
        area_name: benchmark.name,
        series: benchmark.name,
        ...timePeriodOfSpan({ from, until }),
        period_start: from,
        period_end: until,
        value,
        counted_alike: String(benchmark.alike),
        source: benchmark.source,
      };
    }),
  );
  return [...own, ...others];
}

function ownColumns({ head, council, row }: OpenMeasure): OpenRow {
  return {
    measure_id: row.code,
    measure: row.title,
    area_code: council.areaCode ?? '',
    area_name: council.name,
    unit: row.unit,
    edition: String(head.number),
    licence: council.licence ?? '',
    service_id: head.service.slug,
    service: head.service.name,
    measure_number: String(row.number),
    series: ourSeries,
    frequency: row.frequency,
    covers: row.covers ?? '',
  };
}

function periodColumns({ row, sheet }: OpenMeasure, start: string): OpenRow {
  const period = { frequency: row.frequency, start };
  const { from, until } = spanOf(period, sheet ?? coveringOf(row));
  return { ...timePeriod(period), period_start: from, period_end: until, period: label(period) };
}

/** What the figures of a row cover, from its words alone. */
function coveringOf({ covers, schedule }: FrozenRow): Covering {
  const { startMonth } = schedule;
  const since = covers ? parseDay(covers.replace(/^since /, '')) : null;
  if (since && 'day' in since) return { window: 'since', since: since.day, startMonth };
  return { window: windows.find((window) => windowWords[window] === covers) ?? 'single', since: null, startMonth };
}

/** The figure of a row where no reading is at hand: the point of its period, or the marker that stands in its place. */
function lastPoint({ current, period, trend }: FrozenRow): OpenRow {
  const point = trend.points.find(({ start }) => start === period?.start);
  const value = current.text === null ? null : (point?.value ?? null);
  return {
    value: value ?? '',
    value_marker: current.text === null ? `[${current.marker ?? 'x'}]` : '',
    value_note: current.text === null ? current.why : (current.rounded ?? ''),
    decimal_places: value === null ? '' : String(new Exact(value).decimalPlaces()),
    status_marker: current.marks.map((mark) => `[${mark}]`).join(' '),
    illustrative: point ? String(point.illustrative) : '',
  };
}

/** The target of a row; its bands where the sheet has the target of the same rule. */
function targetInRow({ target, period }: FrozenRow, sheet: MeasureSheet | null): OpenRow {
  const words = { target: (target.text && plainFigure(target.text)) ?? '', target_rule: target.rule ?? '' };
  const start = period?.start;
  const set = sheet?.targets.findLast(({ from, rule }) => rule === target.rule && (!start || from <= start));
  const bands = set && sheet ? targetColumns(set.target, sheet) : {};
  return { ...bands, ...words };
}

/** What the latest figure is compared with, which way it went, and whether the data are here on the day of the file. */
function comparisonColumns({ row, date }: OpenMeasure): OpenRow {
  const { previous, current, travel, schedule } = row;
  const baseline = previous.text === null ? null : plainFigure(previous.text);
  const figure = current.text === null ? null : plainFigure(current.text);
  const isCompared = travel.direction !== null && baseline !== null && figure !== null;
  return {
    baseline_name: previous.label,
    baseline_value: baseline ?? '',
    baseline_marker: previous.text === null ? `[${previous.marker ?? 'x'}]` : '',
    direction_of_travel: travel.direction ?? '',
    change: isCompared ? new Exact(figure).minus(baseline).toFixed() : '',
    data_status: statusAt(schedule, date).status,
  };
}
