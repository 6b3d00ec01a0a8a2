import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { csvCell } from './csv-cell';
import { csvDialect } from './csv-dialect';
import { textDecoder } from './text-decoding';
import { type Cell, columnLetters, type Row, type Workbook } from './workbook';
import { breathe, tooMuch, Unreadable, type WorkbookLimits } from './workbook-limits';

/** Few enough that even empty rows keep the processor for milliseconds only. */
const chunkBytes = 8_192;

/** As many rows as a spreadsheet has, empty ones included. */
const lastRow = 1_048_576;

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += chunkBytes)
      decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: at + chunkBytes < bytes.length });
    return true;
  } catch {
    return false;
  }
};

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

const latinNotice =
  'This file is not in UTF-8, so it is read as Windows-1252, in which Windows saves CSV. Look at £ and at names with accents; if they are wrong, save the sheet as CSV UTF-8.';

/** The text of a file in pieces, without the mark of its encoding and without its first `start` characters. */
async function* piecesOf(bytes: Uint8Array, encoding: string, start: number, onBytes: (read: number) => void) {
  const decode = textDecoder(encoding);
  let left = start;
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    const text = decode(chunk, at + chunkBytes >= bytes.length);
    if (text.includes('\0'))
      throw new Unreadable('This file has characters that no text has. Save your sheet as .xlsx, and bring that in.');
    if (text.length > left) yield text.slice(left);
    left = Math.max(0, left - text.length);
    onBytes(chunk.length);
    await breathe();
  }
}

/** The fault of a CSV file as a sentence. */
function asSentence(fault: unknown, limits: WorkbookLimits, rows: number): unknown {
  if (!(fault instanceof CsvError)) return fault;
  if (fault.code === 'CSV_MAX_RECORD_SIZE') return new Unreadable(tooMuch.rowLength(limits, rows + 1));
  return new Unreadable(
    `Row ${rows + 1}: a quotation mark is opened and never closed. Mend it, or save the sheet as .xlsx and bring that in.`,
  );
}

function cellsOf(record: string[], number: number, name: string, limits: WorkbookLimits): (Cell | undefined)[] {
  const width = record.findLastIndex((text) => text !== '') + 1;
  const place = (column: number) => `Sheet ${name}, row ${number}, column ${columnLetters(column)}`;
  if (width > limits.columns) throw new Unreadable(tooMuch.columns(limits, place(width - 1)));
  return record.slice(0, width).map((text, column) => {
    if (text.length > limits.cellLength) throw new Unreadable(tooMuch.cellLength(limits, place(column)));
    return csvCell(text);
  });
}

/** Reads a CSV file as one sheet, named after the file. Throws `Unreadable`. */
export async function readCsv(
  bytes: Uint8Array,
  name: string,
  limits: WorkbookLimits,
  onBytes: (read: number) => void,
): Promise<Workbook> {
  const encoding = encodingOf(bytes);
  const { delimiter, start } = csvDialect(textDecoder(encoding)(bytes.subarray(0, 65_536), true));
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.rowLength,
  });
  const rows: Row[] = [];
  let number = 0;
  let count = 0;
  const source = Readable.from(piecesOf(bytes, encoding, start, onBytes));
  source.on('error', (fault) => parser.destroy(fault));
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
      number += 1;
      if (number > lastRow) throw new Unreadable(tooMuch.lines(lastRow));
      const cells = cellsOf(record, number, name, limits);
      if (cells.length === 0) continue;
      count += cells.length;
      if (count > limits.cells) throw new Unreadable(tooMuch.cells(limits));
      if (rows.length >= limits.rows) throw new Unreadable(tooMuch.rows(limits, name));
      rows.push({ number, hidden: false, cells });
    }
  } catch (fault) {
    throw asSentence(fault, limits, number);
  } finally {
    source.destroy();
  }
  return {
    sheets: [{ name, hidden: false, rows, hiddenColumns: [], merged: [] }],
    notices: encoding === 'windows-1252' ? [latinNotice] : [],
  };
}
