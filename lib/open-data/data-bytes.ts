import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import type { OpenRow } from './open-columns';
import { csvHeading, csvLines } from './open-csv';
import { type DataAbout, type DataForm, dataForms } from './open-file';
import { jsonRow } from './open-json';
import { openSheets } from './open-sheets';

/** Rows as they come, some at a time. */
export type RowBatches = Iterable<OpenRow[]> | AsyncIterable<OpenRow[]>;

/** The bytes of a set of data in a form. */
export async function dataBytes(about: DataAbout, form: DataForm, batches: RowBatches): Promise<Uint8Array> {
  if (form === 'xlsx') {
    const rows: OpenRow[] = [];
    for await (const batch of batches) rows.push(...batch);
    return writeWorkbook(openSheets(about, rows));
  }
  const pieces: string[] = [];
  for await (const piece of dataText(about, form, batches)) pieces.push(piece);
  return Buffer.from(pieces.join(''));
}

/** The text of a set of data, piece by piece as its rows come: no more of them is held than a batch. */
export async function* dataText(
  about: DataAbout,
  form: Exclude<DataForm, 'xlsx'>,
  batches: RowBatches,
): AsyncGenerator<string, void> {
  yield form === 'csv' ? csvHeading() : `${jsonHead(about)},"data":[`;
  let between = '';
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield form === 'csv' ? csvLines(batch) : between + batch.map((row) => JSON.stringify(jsonRow(row))).join(',\n');
    between = ',\n';
  }
  if (form === 'json') yield ']}\n';
}

function jsonHead({ title, description, council, modified, page }: DataAbout): string {
  const head = JSON.stringify({
    title,
    description,
    publisher: council.name,
    area_code: council.areaCode,
    licence: council.licence,
    modified,
    page,
  });
  return head.slice(0, -1);
}

/** How large a form of a set of data is, in bytes; `isAbout` where it was worked out from some of its rows. */
export type FileSize = { form: DataForm; bytes: number; isAbout: boolean };

/**
 * How large the forms of so many rows will be, to two digits, by what some of them take: a page need not make them all to say so.
 */
export async function sizesBy(about: DataAbout, sample: OpenRow[]): Promise<(total: number) => FileSize[]> {
  const weighed = await Promise.all(
    dataForms.map(async (form) => {
      const empty = (await dataBytes(about, form, [])).length;
      const some = (await dataBytes(about, form, [sample])).length;
      return { form, empty, perRow: sample.length === 0 ? 0 : (some - empty) / sample.length };
    }),
  );
  return (total) =>
    weighed.map(({ form, empty, perRow }) => ({
      form,
      bytes: Number((empty + perRow * total).toPrecision(2)),
      isAbout: true,
    }));
}

/** A size as one reads it: '850 bytes', '8 kB', '1.2 MB'. */
export function sizeWords({ bytes, isAbout }: Pick<FileSize, 'bytes' | 'isAbout'>): string {
  const about = isAbout ? 'about ' : '';
  if (bytes < 1000) return `${about}${bytes} bytes`;
  if (bytes < 1_000_000) return `${about}${Math.round(bytes / 1000)} kB`;
  return `${about}${(bytes / 1_000_000).toFixed(1)} MB`;
}
