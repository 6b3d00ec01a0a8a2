import { type PaperKind, paperTypes } from '@/lib/paper/paper-form';
import { type Content, contentOf } from './answer';

/** A published paper, to be kept under a name: shown in the browser, our policy could keep its viewer from drawing it. */
export function paperFile(name: string, kind: PaperKind, bytes: Buffer): Content {
  const headers = {
    'Content-Type': paperTypes[kind].contentType,
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return { ...contentOf(bytes), headers };
}
