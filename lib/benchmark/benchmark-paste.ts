import { CsvError, parse } from 'csv-parse/sync';
import { parseFigure } from '@/lib/figure/figure-entry';
import type { MeasureFacts } from '@/lib/measure/measure';
import { formatDate } from '@/lib/time/period';
import type { BenchmarkValue } from '@/lib/trend/trend';
import { keptValue, mostValues } from './benchmark-entry';
import { parseEdge, parseSpan } from './benchmark-span';

type Measure = Pick<
  MeasureFacts,
  'frequency' | 'startMonth' | 'window' | 'since' | 'unit' | 'outsideHundred' | 'countsPeople'
>;
type Line = { cells: string[]; line: number };
type Read = { value: BenchmarkValue } | { problem: string };

/** How many characters one paste may have, and how many of its problems are listed one by one. */
export const mostCharacters = 50_000;
const mostProblems = 10;

/**
 * Reads figures as they are typed or pasted from a spreadsheet, one a line: a period, or its first and last day, and the
 * figure, with tabs, semicolons or commas between them; with or without a line of headings. Answers with the figures, or
 * with what is wrong, each sentence naming its line. In linear time; never throws.
 */
export function parsePaste(
  text: string,
  measure: Measure,
  today: string,
): { values: BenchmarkValue[] } | { problems: string[] } {
  if (text.length > mostCharacters)
    return { problems: [`This is too long: at most ${mostCharacters.toLocaleString('en-GB')} characters fit.`] };
  const many = unquotedLines(text);
  // A line of headings may be among them.
  if (many !== null && many > mostValues + 1) return { problems: [tooMany(String(many))] };
  const separator = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ',';
  const cut = linesOf(text, separator);
  if ('problem' in cut) return { problems: [cut.problem] };
  const lines = cut.lines.filter((line, index) => index > 0 || !isHeading(line));
  if (lines.length === 0) return { problems: ['Give at least one figure, with the period that it is for.'] };
  if (lines.length > mostValues)
    return { problems: [tooMany(many === null ? `more than ${mostValues}` : String(lines.length))] };
  const problems: string[] = [];
  const byDay = new Map<string, { value: BenchmarkValue; line: number }>();
  for (const { cells, line } of lines) {
    const read = readLine(cells, separator, measure);
    const parsed = 'value' in read ? keptValue(read.value, measure, today) : read;
    const before = 'value' in parsed ? byDay.get(parsed.value.until) : undefined;
    if ('problem' in parsed) problems.push(`Line ${line}: ${parsed.problem}`);
    else if (before)
      problems.push(
        `Lines ${before.line} and ${line} both have a figure that ends on ${formatDate(parsed.value.until)}.`,
      );
    else byDay.set(parsed.value.until, { value: parsed.value, line });
  }
  if (problems.length === 0) return { values: [...byDay.values()].map(({ value }) => value) };
  const more = problems.length - mostProblems;
  if (more <= 0) return { problems };
  return {
    problems: [...problems.slice(0, mostProblems), `${more} more ${more === 1 ? 'line is' : 'lines are'} wrong.`],
  };
}

const tooMany = (lines: string): string =>
  `There are ${lines} lines: at most ${mostValues} figures can be entered at once.`;

/** How many lines say anything, counted before they are parsed; null where a quoted cell may have line breaks of its own. */
const unquotedLines = (text: string): number | null =>
  text.includes('"') ? null : text.split(/[\r\n]/).filter((line) => /[^\s,;]/.test(line)).length;

/** The lines that say anything, each with its cells and its number in the text. */
function linesOf(text: string, separator: string): { lines: Line[] } | { problem: string } {
  const last: number[] = [];
  try {
    const records = parse(text.replace(/\r\n?/g, '\n'), {
      // No more than it takes to see that they are too many: headings, and one that does not fit.
      bom: true,
      delimiter: separator,
      record_delimiter: '\n',
      trim: true,
      to: mostValues + 2,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        last.push(lines);
        return cells;
      },
    });
    return { lines: records.map((cells, n) => ({ cells: withoutEnd(cells), line: firstLine(cells, last[n] ?? 0) })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    return { problem: `Line ${Number(lines) || 1}: a quotation mark is opened and not closed as it should be.` };
  }
}

/** A cell in quotes may have line breaks of its own; the parser counts the last of its lines. */
const firstLine = (cells: string[], last: number): number =>
  last - cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);

const withoutEnd = (cells: string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

/** Headings have no figures, or name what stands below them. */
const isHeading = ({ cells }: Line): boolean =>
  cells.every((cell) => !/\d/.test(cell)) ||
  /^(period|year|month|quarter|term|date|day|time|from|start|first)\b(?!.*\d)/i.test(cells[0] ?? '');

/** What one line says: a period and its figure, or a first day, a last day and their figure. */
function readLine(cells: string[], separator: string, measure: Measure): Read {
  const [first = '', second = '', ...rest] = cells;
  if (cells.length === 1)
    return { problem: `“${cut(first)}” stands alone: put a comma or a tab between the period and its figure.` };
  const [from, until] = [parseEdge(first, 'from'), parseEdge(second, 'until')];
  if (cells.length > 2 && 'day' in from && 'day' in until) {
    const figure = oneFigure(rest, separator, measure);
    return 'problem' in figure ? figure : { value: { from: from.day, until: until.day, value: figure.value } };
  }
  const read = parseSpan(first, measure);
  // Two days without a figure, or a first day beside what is none.
  if (cells.length === 2 && 'day' in from && 'day' in until)
    return { problem: `there is no figure beside ${formatDate(from.day)} and ${formatDate(until.day)}.` };
  if ('problem' in read) return read;
  const figure = oneFigure([second, ...rest], separator, measure);
  return 'problem' in figure ? figure : { value: { ...read.span, value: figure.value } };
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The one figure of a line; where commas stand between the cells, one may have been cut in two. */
function oneFigure(cells: string[], separator: string, measure: Measure): { value: string } | { problem: string } {
  const [only = ''] = cells;
  if (cells.length === 1) return { value: only };
  if (separator !== ',') return { problem: 'there is more than one figure: leave out the other columns.' };
  const joined = cells.join(',');
  const parsed = parseFigure(joined, measure);
  if ('problem' in parsed) return parsed;
  return {
    problem: `“${cut(joined)}” has a comma, which also stands between the columns: write it without, or in quotes.`,
  };
}
