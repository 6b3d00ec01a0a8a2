import type { WorkbookLimits } from '@/lib/workbook/workbook-limits';
import { type Part, workbookOf, workbookParts, zipFile } from './xlsx-file';

/** A file that means harm or is none of ours: what it is, its bytes, and what is said of it. */
export type HostileFile = { title: string; name?: string; make: () => Uint8Array; sentence: RegExp };

/** Bounds a hundredth of the real ones, for hostile files a hundredth of the real size. */
export const smallLimits: Partial<WorkbookLimits> = {
  fileBytes: 100_000,
  unpackedBytes: 1_000_000,
  tags: 80_000,
  entries: 20,
  sheets: 6,
  rows: 1_000,
  columns: 100,
  cells: 10_000,
  textLength: 200_000,
  rowLength: 40_000,
};

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
const ole = (stream: string) =>
  bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(1_000)}${wide(stream)}${'\0'.repeat(500)}`);
const zip = (...names: string[]) => zipFile(names.map((name) => ({ name, content: '<x/>' })));
const replaced = (name: string, content: string | Buffer, declared?: number): Uint8Array => {
  const parts: Part[] = workbookParts([{ name: 'A', rows: '<row><c><v>1</v></c></row>' }]);
  return zipFile(parts.map((part) => (part.name === name ? { name, content, ...(declared && { declared }) } : part)));
};
const sheet = 'xl/worksheets/sheet0.xml';
const one = '<row><c><v>1</v></c></row>';
const root = '<worksheet><sheetData>';
const entities = (content: string) => `<?xml version="1.0"?><!DOCTYPE x [${content}]><sst><si><t>&b;</t></si></sst>`;
const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

/** Files whose harm lies in their size: a hundredth of it where `share` is 0.01. */
export const largeFiles = (share: number): HostileFile[] => {
  const times = (count: number) => Math.ceil(count * share);
  return [
    {
      title: 'a zip bomb of 1000:1, blanks',
      make: () => replaced(sheet, Buffer.concat([Buffer.from(root), Buffer.alloc(times(2e8), 32)])),
      sentence: /MB in it when it is unpacked/,
    },
    {
      title: 'a zip bomb of empty cells',
      make: () => replaced(sheet, root + `<row>${'<c s="1"/>'.repeat(100)}</row>`.repeat(times(2e5))),
      sentence: /MB in it when it is unpacked/,
    },
    {
      title: 'empty cells up to what may be unpacked',
      make: () =>
        replaced(
          sheet,
          `${root}${`<row>${'<c s="1"/>'.repeat(100)}</row>`.repeat(times(65_000))}</sheetData></worksheet>`,
        ),
      sentence: /no cells with content/,
    },
    {
      title: 'a bomb of empty elements',
      make: () => replaced(sheet, `${root}${'<a/>'.repeat(times(1.6e7))}</sheetData></worksheet>`),
      sentence: /made of more than [\d,]+ pieces/,
    },
    {
      title: 'a zip bomb that declares 100 bytes',
      make: () => replaced(sheet, Buffer.concat([Buffer.from(root), Buffer.alloc(times(2e8), 32)]), 100),
      sentence: /damaged/,
    },
    {
      title: 'a bomb of nested elements',
      make: () => replaced(sheet, root + '<row><c>'.repeat(times(8e6))),
      sentence: /damaged/,
    },
    {
      title: 'a bomb of attributes',
      make: () =>
        replaced(sheet, `${root}<row ${Array.from({ length: times(3e6) }, (_, n) => `a${n}="1"`).join(' ')}/>`),
      sentence: /damaged/,
    },
    {
      title: 'an endless attribute',
      make: () => replaced(sheet, `${root}<row r="${'1'.repeat(times(6e7))}"/>`),
      sentence: /damaged/,
    },
    {
      title: 'a bomb of empty shared texts',
      make: () => replaced('xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(times(1.2e7))}</sst>`),
      sentence: /more than [\d,]+ cells/,
    },
    {
      title: 'a bomb of shared texts',
      make: () =>
        replaced('xl/sharedStrings.xml', `<sst>${`<si><t>${'£'.repeat(100)}</t></si>`.repeat(times(2.5e5))}</sst>`),
      sentence: /characters of text/,
    },
    {
      title: 'a bomb of texts in cells',
      make: () =>
        replaced(
          sheet,
          root + `<row><c t="inlineStr"><is><t>${'a'.repeat(2_000)}</t></is></c></row>`.repeat(times(1.2e4)),
        ),
      sentence: /characters of text/,
    },
    {
      title: 'one endless text',
      make: () => replaced('xl/sharedStrings.xml', `<sst><si><t>${'a'.repeat(400_000 + times(6e7))}</t></si></sst>`),
      sentence: /32,767 characters|MB in it when it is unpacked/,
    },
    {
      title: 'an endless number',
      make: () => replaced(sheet, `${root}<row><c><v>${'1'.repeat(times(6e7))}</v></c></row>`),
      sentence: /32,767 characters/,
    },
    {
      title: 'a cell far to the right in each row',
      make: () =>
        replaced(sheet, root + `<row><c r="${share < 1 ? 'CV' : 'ALL'}1"><v>1</v></c></row>`.repeat(times(99_000))),
      sentence: /more than [\d,]+ cells/,
    },
    {
      title: '1,000,000 rows',
      make: () => replaced(sheet, root + '<row><c><v>1</v></c></row>'.repeat(times(1e6))),
      sentence: /rows with content/,
    },
    {
      title: 'merged cells without end',
      make: () =>
        replaced(sheet, `${root}</sheetData>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(times(1e6))}</worksheet>`),
      sentence: /more than [\d,]+ cells/,
    },
    {
      title: '100,000 parts',
      make: () => zipFile(Array.from({ length: times(1e5) }, (_, n) => ({ name: `xl/${n}`, content: '' }))),
      sentence: /made of more than [\d,]+ parts|more than \d+ MB\./,
    },
    {
      title: '200 sheets',
      make: () =>
        zipFile(workbookParts(Array.from({ length: 10 + times(190) }, (_, n) => ({ name: `S${n}`, rows: '' })))),
      sentence: /more than \d+ sheets|made of more than/,
    },
    {
      title: 'more than 10 MB',
      make: () => new Uint8Array(Buffer.alloc(times(11 * 1024 * 1024), 'PK\x03\x04')),
      sentence: /more than \d+ MB\./,
    },
    {
      title: 'a CSV of 1,000,000 rows',
      name: 'a.csv',
      make: () => bytes('1,2\n'.repeat(times(1e6))),
      sentence: /rows with content/,
    },
    {
      title: 'a CSV of more than 1,000,000 cells',
      name: 'a.csv',
      make: () => bytes(`${'1,'.repeat(10)}1\n`.repeat(times(99_000))),
      sentence: /more than [\d,]+ cells/,
    },
    {
      title: 'a CSV of empty rows',
      name: 'a.csv',
      make: () => bytes('\n'.repeat(times(1e7))),
      sentence: share < 1 ? /no cells with content/ : /more than 1,048,576 rows/,
    },
    {
      title: 'a CSV of one giant line',
      name: 'a.csv',
      make: () => bytes('a'.repeat(times(9e6))),
      sentence: /Row 1 has more than [\d,]+ characters/,
    },
    {
      title: 'a CSV of 100,000 columns',
      name: 'a.csv',
      make: () => bytes(`${'1,'.repeat(times(1e5))}1\n`),
      sentence: /content beyond the [\d,]+ columns/,
    },
    {
      title: 'a CSV whose quotation mark is never closed',
      name: 'a.csv',
      make: () => bytes(`a,b\n"${'x\n'.repeat(times(4e6))}`),
      sentence: /Row 2 has more than [\d,]+ characters. A quotation mark may be open/,
    },
  ];
};

/** Files of other kinds, and files that lie. */
export const foreignFiles: HostileFile[] = [
  { title: 'an empty file', make: () => bytes(''), sentence: /empty/ },
  { title: 'a PDF renamed', make: () => bytes('%PDF-1.7\n%\xe2\xe3'), sentence: /is a PDF, whatever its name says/ },
  { title: 'an .xls', make: () => ole('Workbook'), sentence: /old kind \(\.xls\)\. .* save it as \.xlsx/ },
  { title: 'an .xls of the first kind', make: () => bytes('\x09\x08\x08\0\0\x05'), sentence: /old kind/ },
  {
    title: 'a workbook with a password',
    make: () => ole('EncryptedPackage'),
    sentence: /^This workbook has a password/,
  },
  { title: 'a .doc', make: () => ole('WordDocument'), sentence: /Word document/ },
  { title: 'a .docx', make: () => zip('[Content_Types].xml', 'word/document.xml'), sentence: /Word document/ },
  { title: 'a .pptx', make: () => zip('[Content_Types].xml', 'ppt/presentation.xml'), sentence: /PowerPoint/ },
  { title: 'an .ods', make: () => zip('mimetype', 'content.xml'), sentence: /OpenDocument.* Save it as \.xlsx/ },
  { title: 'a .numbers', make: () => zip('Index/Document.iwa'), sentence: /Numbers.* Export/ },
  { title: 'a text document', make: () => bytes('{\\rtf1 a}'), sentence: /text document/ },
  { title: 'a PNG', make: () => bytes('\x89PNG\r\n'), sentence: /picture/ },
  { title: 'a JPEG', make: () => bytes('\xff\xd8\xff\xe0'), sentence: /picture/ },
  { title: 'a GIF', make: () => bytes('GIF89a'), sentence: /picture/ },
  { title: 'a RAR archive', make: () => bytes('Rar!\x1a\x07'), sentence: /RAR archive\. Unpack it/ },
  { title: 'a 7-Zip archive', make: () => bytes('7z\xbc\xaf\x27\x1c'), sentence: /7-Zip archive\. Unpack it/ },
  { title: 'a gzip file', make: () => bytes('\x1f\x8b\x08'), sentence: /gzip\. Unpack it/ },
  { title: 'an .xlsb', make: () => zip('[Content_Types].xml', 'xl/workbook.bin'), sentence: /\.xlsb/ },
  {
    title: 'a zip in a zip',
    make: () => zipFile([{ name: 'a.xlsx', content: workbookOf('<row><c><v>1</v></c></row>') }]),
    sentence: /zip archive, not a workbook\. Unpack it/,
  },
  {
    title: 'a zip with a password',
    make: () => zipFile([{ name: 'a', content: '', encrypted: true }]),
    sentence: /password/,
  },
  { title: 'a name with ../', make: () => zip('xl/workbook.xml', '../../etc/passwd'), sentence: /damaged/ },
  { title: 'an absolute name', make: () => zip('xl/workbook.xml', '/etc/passwd'), sentence: /damaged/ },
  {
    title: 'a part that is there twice',
    make: () => zipFile([...workbookParts([{ name: 'A', rows: one }]), { name: sheet.toUpperCase(), content: '' }]),
    sentence: /damaged/,
  },
  {
    title: 'a workbook with a name that leads out of it',
    make: () => zipFile([...workbookParts([{ name: 'A', rows: one }]), { name: 'xl/../../a', content: '' }]),
    sentence: /damaged/,
  },
  {
    title: 'elements nested a hundred deep',
    make: () => workbookOf(one + '<a>'.repeat(100) + '</a>'.repeat(100)),
    sentence: /damaged/,
  },
  {
    title: 'an element of 200 attributes',
    make: () => workbookOf(`${one}<row ${Array.from({ length: 200 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
    sentence: /damaged/,
  },
  {
    title: 'a cell that is one character too long',
    make: () => workbookOf(`<row><c t="inlineStr"><is><t>${'a'.repeat(32_768)}</t></is></c></row>`),
    sentence: /^Sheet Measures, row 1, column A: a cell has more than 32,767 characters/,
  },
  {
    title: 'a shared text that is one character too long',
    make: () => workbookOf(one, { strings: `<si><t>${'a'.repeat(32_768)}</t></si>` }),
    sentence: /^This workbook: a cell has more than 32,767 characters/,
  },
  {
    title: 'a sheet whose part is missing',
    make: () => zipFile(workbookParts([{ name: 'A', rows: one }]).filter(({ name }) => name !== sheet)),
    sentence: /damaged/,
  },
  { title: 'a workbook without sheets', make: () => zipFile(workbookParts([])), sentence: /damaged/ },
  {
    title: 'a workbook that is cut short',
    make: () => workbookOf('<row><c><v>1</v></c></row>').slice(0, 700),
    sentence: /damaged or cut short/,
  },
  { title: 'a sheet that is cut short', make: () => replaced(sheet, `${root}<row><c><v>1`), sentence: /damaged/ },
  { title: 'a sheet that is no XML', make: () => replaced(sheet, 'a,b\n1,2'), sentence: /damaged/ },
  {
    title: 'a sheet of 4 GB, as declared',
    make: () => replaced(sheet, root, 0xfffffffe),
    sentence: /MB in it when it is unpacked/,
  },
  {
    title: 'a billion laughs',
    make: () => replaced('xl/sharedStrings.xml', entities(`<!ENTITY l0 "ha">${laughs}`)),
    sentence: /declares XML entities/,
  },
  {
    title: 'an entity from elsewhere',
    make: () => replaced('xl/sharedStrings.xml', entities('<!ENTITY b SYSTEM "file:///etc/passwd">')),
    sentence: /declares XML entities/,
  },
  {
    title: 'an entity that nobody declares',
    make: () => replaced('xl/sharedStrings.xml', '<sst><si><t>&pound;</t></si></sst>'),
    sentence: /damaged/,
  },
  {
    title: 'content in column XFE',
    make: () => workbookOf('<row r="2"><c r="XFE2"><v>1</v></c></row>'),
    sentence: /^Sheet Measures, row 2, column XFE: there is content beyond/,
  },
  {
    title: 'content in column ALM',
    make: () => workbookOf('<row r="2"><c r="ALM2"><v>1</v></c></row>'),
    sentence: /^Sheet Measures, row 2, column ALM: there is content beyond/,
  },
  {
    title: 'column 100,000',
    make: () => workbookOf('<row r="2"><c r="EQXC2"><v>1</v></c></row>'),
    sentence: /column EQXC: there is content beyond/,
  },
  { title: 'row 1,048,577', make: () => workbookOf('<row r="1048577"><c><v>1</v></c></row>'), sentence: /damaged/ },
  { title: 'a row that is there twice', make: () => workbookOf('<row r="2"/><row r="2"/>'), sentence: /damaged/ },
  {
    title: 'a workbook without content',
    make: () => workbookOf('<row r="2"><c s="1"/></row>'),
    sentence: /no cells with content/,
  },
  { title: 'bytes without meaning', make: () => bytes('\x01\x00\x02\xfe'), sentence: /neither a workbook nor text/ },
  {
    title: 'a CSV with a NUL',
    name: 'a.csv',
    make: () => bytes('a,b\n1,\0\n'),
    sentence: /neither a workbook nor text/,
  },
  {
    title: 'a UTF-16 CSV with a NUL',
    name: 'a.csv',
    make: () => bytes(`\xff\xfe${wide('a,\0\n')}`),
    sentence: /characters that no text has/,
  },
  {
    title: 'a web page named .xls',
    name: 'a.xls',
    make: () => bytes('\r\n<html><table>'),
    sentence: /web page or XML/,
  },
  {
    title: 'an XML spreadsheet of 2003',
    name: 'a.xls',
    make: () => bytes('\xef\xbb\xbf<?xml version="1.0"?><Workbook>'),
    sentence: /web page or XML/,
  },
  {
    title: 'a CSV with an open quotation mark',
    name: 'a.csv',
    make: () => bytes('a,b\n1,"2\n'),
    sentence: /^Row 2: a quotation mark is opened/,
  },
  {
    title: 'a long cell of a CSV',
    name: 'a.csv',
    make: () => bytes(`a,${'b'.repeat(32_768)}`),
    sentence: /^Sheet a, row 1, column B: a cell has more than 32,767/,
  },
];
