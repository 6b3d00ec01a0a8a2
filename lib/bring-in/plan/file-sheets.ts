import type { ImportKind } from '@/lib/bring-in/import-words';
import { readReport } from '@/lib/bring-in/understanding/report-text';
import { numberOf } from '@/lib/text/number-in-words';
import type { Workbook } from '@/lib/workbook/workbook';
import { readWorkbook } from '@/lib/workbook/workbook-reading';

type File = { kind: ImportKind; bytes: Uint8Array; fileName: string };

/** As many lines of a text as are named that were not read. */
const mostNamed = 50;

/** The sheets of a file, or of a report as text; or the sentence that says why it is not read. */
export async function sheetsOf(
  { kind, bytes, fileName }: File,
  onProgress: (share: number) => void,
): Promise<{ workbook: Workbook } | { refused: string }> {
  if (kind === 'workbook') return readWorkbook(bytes, fileName, { onProgress });
  const { workbook, lines } = readReport(textIn(bytes));
  if (workbook.sheets.every(({ rows }) => rows.length === 0))
    return { refused: 'No measure was found in this text: paste a table, or a report with a line for each measure.' };
  const unread = lines.filter(({ text, read }) => !read && text.trim() !== '');
  const named = unread
    .slice(0, mostNamed)
    .map(({ number, text }) => `Line ${number} was not read: “${text.trim().slice(0, 80)}”.`);
  const more = unread.length - named.length;
  return {
    workbook: {
      ...workbook,
      notices: [...workbook.notices, ...named, ...(more > 0 ? [`${numberOf(more, 'more line')} were not read.`] : [])],
    },
  };
}

/** The text of bytes in UTF-8, or in the old encoding of Windows where they are none. */
function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
