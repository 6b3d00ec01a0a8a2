import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { plainDecimal } from '../cell-format/exact-number';
import { columnLetters } from './workbook';
import { breathe, workbookLimits } from './workbook-limits';
import {
  contentTypes,
  sheetEnd,
  sheetStart,
  stylesPart,
  topRelations,
  workbookPart,
  workbookRelations,
  xmlText,
} from './xlsx-markup';

/** A sheet to write, its headings first. Null and an empty text are empty cells; `widths` are in characters. */
export type WrittenSheet = { name: string; rows: (string | number | null)[][]; widths?: number[] };

/** The same sheets give the same bytes: no file says when it was written. */
const packing = { mtime: new Date(Date.UTC(2000, 0, 1)), forceDosTimestamp: false, mode: 0o100644 };

/** Names as a spreadsheet takes them: at most 31 characters, none of []:*?/\, no apostrophe at an end, each once. */
function sheetNames(sheets: WrittenSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || 'Sheet';
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1)
      free = `${plain.slice(0, 30 - String(number).length)} ${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

const longestLine = (cell: string | number | null | undefined) =>
  Math.max(
    ...String(cell ?? '')
      .split('\n')
      .map((line) => line.length),
  );

/** Widths by the longest of the first texts of each column, from 8 to 60 characters. */
function widthsOf({ rows, widths }: WrittenSheet): number[] {
  if (widths) return widths;
  const first = rows.slice(0, 200);
  const columns = Math.max(0, ...first.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...first.map((row) => longestLine(row[column])));
    return Math.min(60, Math.max(8, longest + 2));
  });
}

function cellXml(cell: string | number | null, place: string, isHeading: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${place}"${isHeading ? ' s="2"' : ''}><v>${plainDecimal(cell)}</v></c>` : '';
  if (cell.length > workbookLimits.cellLength)
    throw new RangeError(`The text of cell ${place} is longer than a spreadsheet takes.`);
  return `<c r="${place}" s="${isHeading ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

async function* sheetXml(sheet: WrittenSheet): AsyncIterable<string> {
  let xml = sheetStart(widthsOf(sheet));
  for (const [index, row] of sheet.rows.entries()) {
    const cells = row
      .map((cell, column) => cellXml(cell, `${columnLetters(column)}${index + 1}`, index === 0))
      .join('');
    if (cells !== '') xml += `<row r="${index + 1}">${cells}</row>`;
    if (xml.length < 65_536) continue;
    yield xml;
    xml = '';
    await breathe();
  }
  yield xml + sheetEnd;
}

/**
 * Writes sheets as a workbook (.xlsx): a bold first row that stays in sight, texts as texts and never as formulas, numbers of up to 15
 * digits as numbers. A column of days holds texts such as 2018-06-30. What else the process has to answer goes on in between.
 */
export async function writeWorkbook(sheets: WrittenSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets);
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  const parts: [name: string, content: string][] = [
    ['[Content_Types].xml', contentTypes(names)],
    ['_rels/.rels', topRelations],
    ['xl/workbook.xml', workbookPart(names)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(names)],
    ['xl/styles.xml', stylesPart],
  ];
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, packing);
  for (const [index, sheet] of sheets.entries()) {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    zip.addReadStreamLazy(part, packing, (give) => {
      const stream = Readable.from(sheetXml(sheet));
      stream.on('error', (fault) => zip.emit('error', fault));
      give(null, stream);
    });
  }
  zip.end();
  const collect = async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    return new Uint8Array(Buffer.concat(chunks));
  };
  return await Promise.race([collect(), failed]);
}
