import { cellName } from '@/lib/bring-in/understanding/cell/grid';
import type { Steps } from '@/lib/bring-in/understanding/cell/steps';
import type { Answers } from '@/lib/bring-in/understanding-shape';
import type { Place } from '@/lib/bring-in/wish';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { type Finding, isBlocking } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { covered } from '@/lib/measure/span';
import { columnLetters, type Sheet, type Workbook } from '@/lib/workbook/workbook';
import { malformedFindings } from './malformed-figures';
import { rowsOfFile } from './rows-of-file';
import { type SettledFile, settledFile } from './settled-file';
import { mostOfText, textsOfFile } from './texts-of-file';

/** A row of a file with what was found in its words. */
export type ProofreadRow = { place: Place; text: ReadingText; title: string; when: string; findings: Finding[] };

/** A file read against itself: its rows, and what of it was taken for granted or not understood, a sentence each. */
export type Proofread = {
  rows: ProofreadRow[];
  blockers: number;
  warnings: number;
  assumed: string[];
  notUnderstood: string[];
};

/** As many places of the file as are named that were not understood. */
const mostNamed = 40;

/**
 * Reads the words of a file against its figures, in steps of some milliseconds; `today` is the day by which promises are judged,
 * `mostRows` how many rows are read.
 */
export function* proofreadSteps(
  workbook: Workbook,
  answers: Answers,
  today: string,
  mostRows = Number.POSITIVE_INFINITY,
): Steps<Proofread> {
  const settled = yield* settledFile(workbook, answers, today);
  const all = rowsOfFile(workbook, settled);
  const texts = textsOfFile(all.slice(0, mostRows), settled.withoutPolarity, today);
  const unread =
    all.length > mostRows ? [`The last ${all.length - mostRows} rows: only ${mostRows} are read here.`] : [];
  const hasTargets = texts.some(({ text }) => text.target !== null);
  const rows: ProofreadRow[] = [];
  const malformedAt = new Set<string>();
  for (const { row, text } of texts) {
    yield;
    const { place } = row;
    const malformed = malformedFindings(row.fields, row.measure.facts);
    if (malformed.length > 0) malformedAt.add(`${place.sheet} ${place.row}`);
    const ofWords = checkReading(text, { silenced: [] }).filter(
      ({ rule }) => (rule !== 'B4' || malformed.length === 0) && (rule !== 'B5' || hasTargets),
    );
    const findings = [...malformed, ...ofWords];
    const { title } = text.measure;
    rows.push({ place, text, title, when: covered(text.period, text.measure), findings });
  }
  const found = rows.flatMap(({ findings }) => findings);
  const blockers = found.filter(isBlocking).length;
  const cut = rows.filter(({ text }) => isCut(text)).map(({ title }) => `${title}: ${tooLong}`);
  const notUnderstood = [...unread, ...cut, ...namesOf(workbook, settled, malformedAt)];
  return { rows, blockers, warnings: found.length - blockers, assumed: settled.assumed, notUnderstood };
}

const tooLong = `only the first ${mostOfText.toLocaleString('en-GB')} characters of its words were read.`;
const isCut = ({ comments }: ReadingText): boolean => (comments?.length ?? 0) >= mostOfText;

const used =
  /Candour works it out itself|^the column “Signs”|^(?:a title|left out as you chose)$|^words beside a measure/;

/** What was met in a file and not read, a sentence each; not what a row says already, nor the colours, which are read here. */
function namesOf(
  { notices, sheets }: Workbook,
  { open, understanding }: SettledFile,
  malformed: Set<string>,
): string[] {
  const lastRows = new Map(sheets.map((sheet) => [sheet.name, lastRowOfColumns(sheet)]));
  const isEmpty = ({ sheet, row, column }: Place): boolean =>
    column !== '' && (lastRows.get(sheet)?.get(column) ?? 0) <= row;
  const questions = open
    .filter(({ places }) => !places.every(({ sheet, row }) => malformed.has(`${sheet} ${row}`)))
    .map(({ sentence, gloss }) => `Not settled: ${sentence} ${gloss}`.trim());
  const leftOut = understanding.leftOut
    .filter(({ place, why }) => !used.test(why) && !(/heading that we do not know/.test(why) && isEmpty(place)))
    .map(({ place, why }) => `${place.column ? cellName(place) : `${place.sheet}, row ${place.row}`}: ${why}.`);
  const named = [...notices, ...questions, ...leftOut];
  const more = named.length - mostNamed;
  return more > 0 ? [...named.slice(0, mostNamed), `And ${more} more places were not read.`] : named;
}

/** The last row of a sheet in which each column has something, by the letters of the column. */
function lastRowOfColumns({ rows }: Sheet): Map<string, number> {
  const last = new Map<number, number>();
  for (const { number, cells } of rows)
    for (const [column, cell] of cells.entries()) if (cell) last.set(column, number);
  return new Map([...last].map(([column, number]) => [columnLetters(column), number]));
}
