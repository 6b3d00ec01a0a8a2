import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** How LibreOffice reads a CSV file: with these delimiters, blanks taken off, numbers looked for and formulas worked out. */
const reading = (delimiters: string) => `CSV:${delimiters},34,76,1,,0,false,true,false,false,true,0,true`;

/** Delimiters by which a council's computer may take a CSV file apart: a comma, or whatever looks like one. */
export const delimiters = { comma: '44', any: '44/59/9' };

/** Has LibreOffice (Debian: libreoffice-calc-nogui, libreoffice-writer-nogui) make another file of one; throws where it cannot. */
function converted(folder: string, file: string, to: string, more: string[] = []): string {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
  const words = [profile, '--headless', ...more, '--convert-to', to, '--outdir', folder, path.join(folder, file)];
  const { status, stderr, error } = spawnSync('soffice', words, { encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`LibreOffice did not open ${file}: ${error?.message ?? stderr}`);
  return path.join(folder, file.replace(/\.[^.]*$/, `.${to}`));
}

type Counted = { formulas: string[]; cells: number };

/** Opens a workbook or a CSV file in LibreOffice: the formulas that it finds, and how many cells have something in them. */
export function openedInOffice(
  folder: string,
  file: string,
  bytes: Uint8Array | string,
  comma = delimiters.comma,
): Counted {
  writeFileSync(path.join(folder, file), bytes);
  const more = file.endsWith('.csv') ? [`--infilter=${reading(comma)}`] : [];
  const sheet = readFileSync(converted(folder, file, 'fods', more), 'utf8');
  return {
    formulas: [...sheet.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula),
    cells: sheet.match(/<table:table-cell[^>]*office:value-type/g)?.length ?? 0,
  };
}

/** The PDF that LibreOffice prints of a document for Word. */
export function printedByOffice(folder: string, file: string, bytes: Uint8Array): Buffer {
  writeFileSync(path.join(folder, file), bytes);
  return readFileSync(converted(folder, file, 'pdf'));
}
