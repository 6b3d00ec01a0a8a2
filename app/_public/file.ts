import { type Content, contentOf } from './answer';

/** A published file of figures, to be kept under a name. */
export function csvFile(name: string, text: string): Content {
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return { ...contentOf(Buffer.from(text, 'utf8')), headers };
}
