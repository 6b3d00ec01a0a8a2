import { type PaperKind, paperTypes } from '@/lib/paper/paper-form';
import { type Content, contentOf } from './answer';

/** A published file of figures, to be kept under a name. */
export function csvFile(name: string, text: string): Content {
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return { ...contentOf(Buffer.from(text, 'utf8')), headers };
}

/** A published paper: a PDF is shown where the browser can, a document for Word is kept. */
export function paperFile(name: string, kind: PaperKind, bytes: Buffer): Content {
  const headers = {
    'Content-Type': paperTypes[kind].contentType,
    'Content-Disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
  };
  return { ...contentOf(bytes), headers };
}
