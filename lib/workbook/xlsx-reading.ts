import { readStyles } from './cell-styles';
import { readSharedStrings } from './shared-strings';
import { readSheet, type Tally } from './sheet-rows';
import type { Sheet, Workbook } from './workbook';
import { Unreadable, type WorkbookLimits } from './workbook-limits';
import { readWorkbookParts } from './workbook-parts';
import { openZip, type ZipParts } from './zip-parts';

const saveAsXlsx = 'Save it as .xlsx (Excel workbook), and bring that in.';

/** What a zip file is that is no workbook, by a part that it has. */
const others: [part: RegExp, sentence: string][] = [
  [/^xl\/workbook\.bin$/, `This file is a binary workbook (.xlsb). ${saveAsXlsx}`],
  [/^content\.xml$/, `This file is an OpenDocument file, such as .ods. ${saveAsXlsx}`],
  [
    /^index\/.*\.iwa$|^index\.zip$/,
    'This file is a Numbers, Pages or Keynote file. Export its table to Excel (.xlsx), and bring that in.',
  ],
  [/^word\//, 'This file is a Word document. Copy its table into a workbook, and bring that in.'],
  [/^ppt\//, 'This file is a PowerPoint presentation. Copy its table into a workbook, and bring that in.'],
];

/** What a workbook may have that is not taken, by a part that it has. */
const leftAside: [part: RegExp, sentence: string][] = [
  [
    /^xl\/(vbaproject\.bin|macrosheets\/)/,
    'This workbook has macros. They are not run and not taken; its cells are read.',
  ],
  [
    /^xl\/externallinks\//,
    'This workbook has links to other files. They are not followed; the values that it kept are read.',
  ],
  [
    /^xl\/connections\.xml$/,
    'This workbook has connections to data elsewhere. They are not followed; the values that it kept are read.',
  ],
  [/^xl\/(threaded)?comments/, 'This workbook has comments on cells. They are not taken.'],
  [/^xl\/(media|charts|drawings\/drawing)/, 'This workbook has pictures, charts or text boxes. They are not taken.'],
];

function checkKind({ names, has }: ZipParts): void {
  const isWorkbook = has('xl/workbook.xml') || has('[content_types].xml');
  const other = others.find(([part]) => names.some((name) => part.test(name)));
  if (other && !has('xl/workbook.xml')) throw new Unreadable(other[1]);
  if (!isWorkbook)
    throw new Unreadable(
      'This file is a zip archive, not a workbook. Unpack it, and bring in the workbook that is in it.',
    );
}

const unkeptNotice = (sheet: string, cells: string[]): string =>
  `Sheet ${sheet}: ${cells.length === 1 ? 'the formula' : `the formulas`} in ${cells.slice(0, 5).join(', ')}${
    cells.length > 5 ? ` and ${cells.length - 5} more` : ''
  } ${cells.length === 1 ? 'has no value' : 'have no values'} in the file, so ${
    cells.length === 1 ? 'the cell is' : 'the cells are'
  } empty here. Open the workbook in your spreadsheet program, save it, and bring it in again.`;

/** Reads a workbook (.xlsx, .xlsm). `onBytes` hears how many bytes of the file are done. Throws `Unreadable`. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  onBytes: (packed: number) => void,
): Promise<Workbook> {
  const zip = await openZip(bytes, limits, onBytes);
  checkKind(zip);
  const { sheets: parts, from1904, strings: stringsPart, styles } = await readWorkbookParts(zip, limits);
  const strings = await readSharedStrings(zip.read(stringsPart), limits);
  const context = { strings, styles: await readStyles(zip.read(styles)), from1904 };
  const notices = leftAside.flatMap(([part, sentence]) =>
    zip.names.some((name) => part.test(name)) ? [sentence] : [],
  );
  const tally: Tally = { cells: 0, textLength: 0, merged: 0 };
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of parts) {
    if (part === null) {
      notices.push(`Sheet ${name} is a chart or a dialog without cells. It is not taken.`);
      continue;
    }
    const { rows, hiddenColumns, merged, unkept } = await readSheet(name, zip.read(part), context, limits, tally);
    if (unkept.length > 0) notices.push(unkeptNotice(name, unkept));
    sheets.push({ name, hidden, rows, hiddenColumns, merged });
  }
  return { sheets, notices };
}
