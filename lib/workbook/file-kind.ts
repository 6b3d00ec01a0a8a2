import { Unreadable } from './workbook-limits';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const startsWith = (bytes: Uint8Array, start: string, at = 0) =>
  bytesOf(start).every((byte, index) => bytes[at + index] === byte);

const saveAsXlsx = 'Open it in your spreadsheet program, save it as .xlsx (Excel workbook), and bring that in.';

/** How a zip file begins: with a part, or with none, or as one of several. */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** Files that somebody may take for a workbook, by their first bytes, and what to do about each. */
const others: [start: string, sentence: string][] = [
  ['%PDF', 'This file is a PDF, whatever its name says. Bring in the workbook that it was made from.'],
  ['{\\rtf', 'This file is a text document. Copy its table into a workbook, save that as .xlsx, and bring it in.'],
  ['\x89PNG', 'This file is a picture. Bring in the workbook that it shows.'],
  ['\xff\xd8\xff', 'This file is a picture. Bring in the workbook that it shows.'],
  ['GIF8', 'This file is a picture. Bring in the workbook that it shows.'],
  ['Rar!', 'This file is a RAR archive. Unpack it, and bring in the workbook that is in it.'],
  ['7z\xbc\xaf', 'This file is a 7-Zip archive. Unpack it, and bring in the workbook that is in it.'],
  ['\x1f\x8b', 'This file is packed with gzip. Unpack it, and bring in the workbook that is in it.'],
  ['\x09\x08', `This file is a workbook of an old kind (.xls). ${saveAsXlsx}`],
  ['\x09\x04', `This file is a workbook of an old kind (.xls). ${saveAsXlsx}`],
];

/** The names of streams in an OLE file are in UTF-16. */
const wide = (text: string) => Array.from(text, (letter) => `${letter}\0`).join('');

function oleSentence(bytes: Uint8Array): string {
  const has = (text: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(wide(text), 0, 'latin1');
  if (has('EncryptedPackage'))
    return 'This workbook has a password. Open it, take the password off, save it, and bring that in.';
  if (has('WordDocument')) return 'This file is a Word document. Copy its table into a workbook, and bring that in.';
  return `This file is a workbook of an old kind (.xls). ${saveAsXlsx}`;
}

/** What a file is by its bytes, whatever its name says. Throws `Unreadable` for what is neither a workbook nor a text. */
export function fileKind(bytes: Uint8Array): 'workbook' | 'text' {
  if (bytes.length === 0) throw new Unreadable('This file is empty. Save the workbook again, and bring that in.');
  if (zipStarts.some((start) => startsWith(bytes, start))) return 'workbook';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw new Unreadable(oleSentence(bytes));
  const other = others.find(([start]) => startsWith(bytes, start));
  if (other) throw new Unreadable(other[1]);
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (/^(ï»¿)?\s*<(\?xml|!doctype|html|head|body|table|meta|workbook)\b/i.test(start))
    throw new Unreadable(`This file is a web page or XML, whatever its name says. ${saveAsXlsx}`);
  const isWide = startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff');
  if (!isWide && bytes.includes(0))
    throw new Unreadable(
      'This file is neither a workbook nor text. Save your sheet as .xlsx or .csv, and bring that in.',
    );
  return 'text';
}
