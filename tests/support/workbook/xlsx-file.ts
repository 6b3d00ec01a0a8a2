import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip file that is made by hand, with what it may lie about. */
export type Part = {
  name: string;
  content: string | Uint8Array;
  /** What the directory says of the size, in place of the truth. */
  declared?: number;
  encrypted?: boolean;
  /** As it is, not packed. */
  stored?: boolean;
};

const numbers = (...fields: [bytes: 2 | 4, value: number][]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value, at);
    at += bytes;
  }
  return buffer;
};

function packed({ name, content, declared, encrypted, stored }: Part) {
  const bytes = Buffer.from(content as string);
  const data = stored ? bytes : deflateRawSync(bytes, { level: 9 });
  const title = Buffer.from(name);
  const fields: [2 | 4, number][] = [
    [2, 20],
    [2, encrypted ? 1 : 0],
    [2, stored ? 0 : 8],
    [2, 0],
    [2, 0x21],
    [4, crc32(bytes)],
    [4, data.length],
    [4, declared ?? bytes.length],
    [2, title.length],
    [2, 0],
  ];
  return { title, data, fields };
}

/** A zip file, byte by byte; `entries` is how many parts its end says there are. */
export function zipFile(parts: Part[], entries = parts.length): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { title, data, fields } = packed(part);
    const piece = Buffer.concat([numbers([4, 0x04034b50], ...fields), title, data]);
    local.push(piece);
    const rest: [2 | 4, number][] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ];
    directory.push(numbers([4, 0x02014b50], [2, 20], ...fields, ...rest), title);
    at += piece.length;
  }
  const listed = Buffer.concat(directory);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries % 65_536],
    [2, entries % 65_536],
    [4, listed.length],
    [4, at],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...local, listed, end]));
}

export type SheetXml = { name: string; rows: string; before?: string; after?: string; state?: string };

const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;

/** The parts of a workbook: rows and what stands around them as XML, texts by number, the number formats of its styles. */
export function workbookParts(
  sheets: SheetXml[],
  { strings = '', formats = [], date1904 = false }: { strings?: string; formats?: string[]; date1904?: boolean } = {},
): Part[] {
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('');
  const xfs = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('');
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${spreadsheet} xmlns:r="${relationships}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets.map((_, index) => relation(`rId${index}`, 'worksheet', `worksheets/sheet${index}.xml`)).join('')}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('t', 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst ${spreadsheet}>${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${spreadsheet}><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows, before = '', after = '' }, index) => ({
      name: `xl/worksheets/sheet${index}.xml`,
      content: `<?xml version="1.0"?><worksheet ${spreadsheet}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ];
}

/** A workbook with one sheet, its rows as XML. */
export const workbookOf = (rows: string, options: Parameters<typeof workbookParts>[1] = {}): Uint8Array =>
  zipFile(workbookParts([{ name: 'Measures', rows }], options));
