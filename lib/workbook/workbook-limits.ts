const mebibyte = 1024 * 1024;

/** How much a file of sheets may hold. A council of 1,200 measures with 30 months needs 40,000 cells. */
export const workbookLimits = {
  /** Bytes of the file; so much of a request is taken in at all by scripts/server/body-limits.mjs and the proxies of deploy. */
  fileBytes: 10 * mebibyte,
  /** Bytes of the parts of a workbook, counted while they are unpacked. */
  unpackedBytes: 64 * mebibyte,
  /** Tags of XML in those parts: a cell has up to six. */
  tags: 8_000_000,
  /** Parts of a workbook: sheets, styles, pictures. */
  entries: 2_000,
  sheets: 60,
  /** Rows of a sheet that have anything in them. */
  rows: 100_000,
  columns: 1_000,
  /** Cells of all sheets, empty ones before the last of a row included. */
  cells: 1_000_000,
  /** Characters of a cell: as many as a spreadsheet takes. */
  cellLength: 32_767,
  /** Characters of all texts. */
  textLength: 20_000_000,
  /** Characters of a row of a CSV file. */
  rowLength: 1_000_000,
};

export type WorkbookLimits = typeof workbookLimits;

/** Why a file is not read, as a sentence for the person who brings it. */
export class Unreadable extends Error {}

export const damaged =
  'This file is damaged or cut short. Open it in your spreadsheet program, save it again as .xlsx, and bring that in.';

const amount = (number: number) => number.toLocaleString('en-GB');
const megabytes = (bytes: number) => amount(Math.max(1, Math.round(bytes / mebibyte)));
const copy = 'Copy the cells that are needed into a new workbook, and bring that in.';

/** The sentence for each limit that a file goes over. */
export const tooMuch = {
  fileBytes: ({ fileBytes }: WorkbookLimits) =>
    `This file has more than ${megabytes(fileBytes)} MB. Take pictures and sheets that are not needed out of it, or bring it in as several files.`,
  unpackedBytes: ({ unpackedBytes }: WorkbookLimits) =>
    `This file has more than ${megabytes(unpackedBytes)} MB in it when it is unpacked, often by formatted rows that are empty. ${copy}`,
  tags: ({ tags }: WorkbookLimits) =>
    `This file is made of more than ${amount(tags)} pieces, often by formatted cells that are empty. ${copy}`,
  entries: ({ entries }: WorkbookLimits) =>
    `This file is made of more than ${amount(entries)} parts, and a workbook needs fewer. ${copy}`,
  sheets: ({ sheets }: WorkbookLimits) =>
    `This workbook has more than ${amount(sheets)} sheets. Take out those that are not needed, or bring it in as several files.`,
  rows: ({ rows }: WorkbookLimits, sheet: string) =>
    `Sheet ${sheet} has more than ${amount(rows)} rows with content. Bring it in as several files.`,
  lines: (lines: number) =>
    `This file has more than ${amount(lines)} rows, empty ones included. Take out the empty ones, or bring it in as several files.`,
  columns: ({ columns }: WorkbookLimits, place: string) =>
    `${place}: there is content beyond the ${amount(columns)} columns that are read. Take out what is not needed to the right.`,
  cells: ({ cells }: WorkbookLimits) =>
    `This file has more than ${amount(cells)} cells. Bring it in as several files, or take out the sheets that are not needed.`,
  cellLength: ({ cellLength }: WorkbookLimits, place: string) =>
    `${place}: a cell has more than ${amount(cellLength)} characters. Shorten its text.`,
  textLength: ({ textLength }: WorkbookLimits) =>
    `This file has more than ${amount(textLength)} characters of text. Bring it in as several files.`,
  rowLength: ({ rowLength }: WorkbookLimits, row: number) =>
    `Row ${amount(row)} has more than ${amount(rowLength)} characters. A quotation mark may be open before it: look there, or save the sheet as .xlsx and bring that in.`,
};

/** Lets what else the process has to answer go first. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
