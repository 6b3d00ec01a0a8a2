import { stringify } from 'csv-stringify/sync';
import { elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { missingWords, round } from '@/lib/figure/figure';
import { hiddenMarker } from '@/lib/figure/withheld';
import { units } from '@/lib/measure/measure';
import { spanOf } from '@/lib/measure/span';
import type { PublishedReading } from '@/lib/series/published-reading';
import { signWord } from '@/lib/spc/process';
import { bandsOf } from '@/lib/target/target';
import { capital } from '@/lib/text/number-word';
import { safeCell } from '@/lib/text/safe-cell';
import { label } from '@/lib/time/period';
import type { MeasureSheet } from './measure-sheet';

/** The columns of the file, in their order. */
export const csvColumns = [
  'measure',
  'series',
  'period_start',
  'period_end',
  'period',
  'value',
  'unit',
  'markers',
  'why_no_value',
  'numerator',
  'denominator',
  'green_from',
  'green_to',
  'amber_from',
  'amber_to',
  'colour',
  'centre',
  'lower_limit',
  'upper_limit',
  'signal',
  'definition_version',
  'corrected_from',
  'counted_alike',
  'source',
  'judged_colour',
  'judged_reason',
  'area_code',
  'area_name',
  'licence',
] as const;
type Row = Partial<Record<(typeof csvColumns)[number], string>>;

const ourSeries = 'This council';

/** Whose own figures they are, and under which licence. */
type Publisher = { name: string; areaCode: string | null; licence: string | null };

/**
 * Every figure of a measure and of its comparators as CSV, one period a line, the oldest first: the first and last day that each
 * figure covers, figures as plain decimals,
 * markers in a column of their own, texts that no spreadsheet takes for a formula.
 */
export function measureCsv(
  title: string,
  sheet: MeasureSheet,
  readings: PublishedReading[],
  council: Publisher,
): string {
  const lines = [
    ...readings
      .toSorted((a, b) => a.start.localeCompare(b.start))
      .map(
        (reading): Row => ({
          ...ownRow(sheet, reading),
          area_code: council.areaCode ?? '',
          area_name: council.name,
          licence: council.licence ?? '',
        }),
      ),
    ...sheet.benchmarks.flatMap((benchmark) =>
      benchmark.values.map(
        ({ from, until, value }): Row => ({
          series: benchmark.name,
          period_start: from,
          period_end: until,
          value,
          counted_alike: benchmark.alike ? 'yes' : 'no',
          source: benchmark.source,
        }),
      ),
    ),
  ];
  const rows = lines.map((line): Row => ({ ...line, measure: title, unit: units[sheet.unit].column }));
  const cells = rows.map((row) => csvColumns.map((column) => cell(column, row[column] ?? '')));
  return `\ufeff${stringify([csvColumns.slice(), ...cells], quoting)}`;
}

/** A line end of any kind inside a cell is quoted: read as the end of a line, it would make what follows a cell of its own. */
const quoting = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

/** The columns that hold texts; all others hold numbers, days and words of ours. */
const texts: readonly string[] = [
  'measure',
  'series',
  'why_no_value',
  'corrected_from',
  'source',
  'judged_reason',
  'area_name',
  'licence',
];
const cell = (column: string, text: string) => (texts.includes(column) ? safeCell(text) : text);

function ownRow(sheet: MeasureSheet, reading: PublishedReading): Row {
  const period = { frequency: sheet.frequency, start: reading.start };
  const span = spanOf(period, sheet);
  const bands = reading.target && bandsOf(reading.target);
  return {
    series: ourSeries,
    period_start: span.from,
    period_end: span.until,
    period: label(period),
    value: reading.value ?? '',
    markers: markersOf(reading),
    why_no_value: reading.hidden?.why ?? (reading.missing ? missingWords[reading.missing].title : ''),
    numerator: reading.numerator ?? '',
    denominator: reading.denominator ?? '',
    green_from: bands?.green.low ?? '',
    green_to: bands?.green.high ?? '',
    amber_from: bands?.amber?.low ?? '',
    amber_to: bands?.amber?.high ?? '',
    colour: reading.colour ?? '',
    ...processColumns(sheet, reading.start),
    definition_version: String(reading.definition),
    corrected_from: reading.corrects?.was ?? '',
    counted_alike: '',
    source: reading.elsewhere ? capital(elsewhereWords(reading.elsewhere)) : '',
    judged_colour: reading.judged?.colour ?? '',
    judged_reason: reading.judged?.reason ?? '',
  };
}

/** The markers of the Government Analysis Function, and ours for what was invented or published elsewhere: "[p] [r]". */
function markersOf({ provisional, revision, illustrative, missing, hidden, elsewhere }: PublishedReading): string {
  const marks = [
    missing && '[x]',
    hidden && hiddenMarker,
    provisional && '[p]',
    revision > 0 && '[r]',
    illustrative && '[illustrative]',
    elsewhere && '[h]',
  ];
  return marks.filter(Boolean).join(' ');
}

/** What process control says of a period; nothing for one that it does not look at. */
function processColumns(sheet: MeasureSheet, start: string): Row {
  const { process } = sheet;
  if (process.refused !== null) return {};
  const at = process.starts.indexOf(start);
  const segment = process.segments.find(({ from, to }) => from <= at && at <= to);
  // Two places more than the figures have: a mean of them says no more.
  const limitText = (limit: string | null | undefined) => (limit ? round(limit, sheet.decimals + 2) : '');
  return {
    centre: limitText(segment?.centre),
    lower_limit: limitText(segment?.limits?.low),
    upper_limit: limitText(segment?.limits?.high),
    signal: signWord(process, start) ?? '',
  };
}
