import { readCsv } from './csv-reading';
import { fileKind } from './file-kind';
import type { Workbook } from './workbook';
import { tooMuch, Unreadable, type WorkbookLimits, workbookLimits } from './workbook-limits';
import { readXlsx } from './xlsx-reading';

export type ReadingOptions = {
  /** Hears how much of the file is read, from 0 to 1. */
  onProgress?: (share: number) => void;
  limits?: Partial<WorkbookLimits>;
};

/** The name of a file without its folder and its ending. */
const plainName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '').slice(0, 100) || 'Sheet 1';

/** What a file's name says otherwise than its bytes. */
function nameNotice(name: string, kind: 'workbook' | 'text'): string[] {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (kind === 'text' && /^xl/.test(ending)) return ['This file is text, whatever its name says. It is read as CSV.'];
  if (kind === 'workbook' && /^(csv|tsv|txt|xls)$/.test(ending))
    return ['This file is an Excel workbook, whatever its name says. It is read as one.'];
  return [];
}

/**
 * Reads a file of sheets, XLSX or CSV, told by its bytes: its cells as they are, or a sentence that says why it is not read and what to
 * do. Nothing is thrown, run, fetched or written; what else the process has to answer goes on in between.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  { onProgress, limits: changed }: ReadingOptions = {},
): Promise<{ workbook: Workbook } | { refused: string }> {
  const limits = { ...workbookLimits, ...changed };
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    onProgress?.(Math.min(1, done / bytes.length));
  };
  try {
    if (bytes.length > limits.fileBytes) throw new Unreadable(tooMuch.fileBytes(limits));
    const kind = fileKind(bytes);
    const { sheets, notices } =
      kind === 'workbook'
        ? await readXlsx(bytes, limits, onBytes)
        : await readCsv(bytes, plainName(name), limits, onBytes);
    if (sheets.every(({ rows }) => rows.length === 0))
      throw new Unreadable('This file has no cells with content. Save your sheet again, and bring that in.');
    onProgress?.(1);
    return { workbook: { sheets, notices: [...nameNotice(name, kind), ...notices] } };
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault.message };
    throw fault;
  }
}
