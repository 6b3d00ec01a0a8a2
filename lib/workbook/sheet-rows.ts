import { type CellContext, isUnkept, sheetCell, type WrittenCell } from './sheet-cell';
import { TextRuns } from './text-runs';
import { type Cell, columnLetters, type Merged, type Row } from './workbook';
import { damaged, tooMuch, Unreadable, type WorkbookLimits } from './workbook-limits';
import { type Attributes, readXml } from './xml-events';

/** What is counted over all sheets of a file. */
export type Tally = { cells: number; textLength: number; merged: number };

/** What a sheet holds; `unkept` names its cells whose formula has no value in the file. */
export type SheetContent = { rows: Row[]; hiddenColumns: number[]; merged: Merged[]; unkept: string[] };

/** As many rows as a spreadsheet has. */
const lastRow = 1_048_576;

const isTrue = (word: string | undefined) => word === '1' || word === 'true';

/** The column of a reference such as AB12, from 0; null for what is none. */
function columnOf(reference: string): number | null {
  const letters = /^\$?([A-Za-z]{1,5})\$?\d*$/.exec(reference)?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const rowOf = (reference: string) => Number(/\d+$/.exec(reference)?.[0] ?? 0);

function mergedOf(reference: string): Merged | null {
  const [first = '', last = first] = reference.split(':');
  const [left, right] = [columnOf(first), columnOf(last)];
  const [top, bottom] = [rowOf(first), rowOf(last)];
  if (left === null || right === null || top < 1 || bottom < top || right < left) return null;
  return { top, left, bottom, right };
}

/** Reads the cells of one sheet as its part comes. */
class SheetReader {
  readonly rows: Row[] = [];
  readonly merged: Merged[] = [];
  readonly unkept: string[] = [];
  private readonly hidden: [first: number, last: number][] = [];
  private readonly runs: TextRuns;
  private inData = false;
  private inCell = false;
  private inValue = false;
  private row: Row = { number: 0, hidden: false, cells: [] };
  private column = -1;
  private written: WrittenCell = { type: '', style: 0, value: '', inline: '', formula: false };
  private width = 0;

  constructor(
    private readonly name: string,
    private readonly context: CellContext,
    private readonly limits: WorkbookLimits,
    private readonly tally: Tally,
  ) {
    this.runs = new TextRuns(limits);
  }

  /** Hidden columns as far as the sheet has content. */
  hiddenColumns(): number[] {
    const columns = new Set<number>();
    for (const [first, last] of this.hidden)
      for (let column = first; column <= Math.min(last, this.width - 1); column += 1) columns.add(column);
    return [...columns].sort((a, b) => a - b);
  }

  private readonly place = () => `Sheet ${this.name}, row ${this.row.number}, column ${columnLetters(this.column)}`;

  open(name: string, attributes: Attributes): void {
    if (this.inCell) this.openInCell(name);
    else if (name === 'sheetData') this.inData = true;
    else if (this.inData && name === 'row') this.openRow(attributes);
    else if (this.inData && name === 'c') this.openCell(attributes);
    else if (!this.inData && name === 'col') this.openColumn(attributes);
    else if (!this.inData && name === 'mergeCell') this.openMerged(attributes);
  }

  private openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.row.number + 1 : Number(r);
    if (!Number.isInteger(number) || number <= this.row.number || number > lastRow) throw new Unreadable(damaged);
    this.row = { number, hidden: isTrue(hidden), cells: [] };
    this.column = -1;
  }

  private openCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column === null || this.row.number === 0) throw new Unreadable(damaged);
    this.column = column;
    this.inCell = true;
    this.written = { type: t ?? 'n', style: Number(s ?? 0), value: '', inline: '', formula: false };
  }

  private openInCell(name: string): void {
    if (name === 'f') this.written.formula = true;
    else if (name === 'v') this.inValue = true;
    else this.runs.open(name);
  }

  private openColumn({ min, max, hidden }: Attributes): void {
    const [first, last] = [Number(min) - 1, Number(max) - 1];
    if (isTrue(hidden) && first >= 0 && this.hidden.length < this.limits.columns) this.hidden.push([first, last]);
  }

  private openMerged({ ref }: Attributes): void {
    const merged = mergedOf(ref ?? '');
    if (!merged) return;
    this.tally.merged += 1;
    if (this.tally.merged > this.limits.cells / 10) throw new Unreadable(tooMuch.cells(this.limits));
    this.merged.push(merged);
  }

  text(piece: string): void {
    if (!this.inCell) return;
    if (!this.inValue) {
      this.runs.text(piece, this.place);
      return;
    }
    this.written.value += piece;
    if (this.written.value.length > this.limits.cellLength)
      throw new Unreadable(tooMuch.cellLength(this.limits, this.place()));
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    else if (name === 'row' && this.inData) this.closeRow();
    else if (name === 'c' && this.inCell) this.closeCell();
    else if (name === 'v') this.inValue = false;
    else if (this.inCell) this.runs.close(name);
  }

  private closeCell(): void {
    this.inCell = false;
    this.written.inline = this.runs.take(this.place);
    if (isUnkept(this.written)) this.unkept.push(`${columnLetters(this.column)}${this.row.number}`);
    const cell = sheetCell(this.written, this.context);
    if (!cell) return;
    if (this.column >= this.limits.columns) throw new Unreadable(tooMuch.columns(this.limits, this.place()));
    this.tally.textLength += this.written.type === 's' ? 0 : cell.value.length;
    if (this.tally.textLength > this.limits.textLength) throw new Unreadable(tooMuch.textLength(this.limits));
    this.put(cell);
  }

  private put(cell: Cell): void {
    const { cells } = this.row;
    while (cells.length < this.column) cells.push(undefined);
    cells[this.column] = cell;
  }

  private closeRow(): void {
    const { cells } = this.row;
    if (cells.length === 0) return;
    this.width = Math.max(this.width, cells.length);
    this.tally.cells += cells.length;
    if (this.tally.cells > this.limits.cells) throw new Unreadable(tooMuch.cells(this.limits));
    if (this.rows.length >= this.limits.rows) throw new Unreadable(tooMuch.rows(this.limits, this.name));
    this.rows.push(this.row);
  }
}

/** Reads the rows of a sheet that have anything in them, and what is hidden and merged. */
export async function readSheet(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  context: CellContext,
  limits: WorkbookLimits,
  tally: Tally,
): Promise<SheetContent> {
  const reader = new SheetReader(name, context, limits, tally);
  await readXml(bytes, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (piece) => reader.text(piece),
    close: (element) => reader.close(element),
  });
  return { rows: reader.rows, hiddenColumns: reader.hiddenColumns(), merged: reader.merged, unkept: reader.unkept };
}
