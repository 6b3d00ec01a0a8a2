import type { Paper } from '@/lib/paper/paper';
import type { TypstDocument } from '@/lib/paper/typst-document';
import { paperTemplate } from './paper-template';

/** A paper as it is set as a tagged PDF (PDF/UA-1) on A4, in Public Sans and Source Serif 4. */
export function paperDocument(paper: Paper): TypstDocument {
  const made = new Date(paper.madeAt);
  const parts = [
    made.getUTCFullYear(),
    made.getUTCMonth() + 1,
    made.getUTCDate(),
    made.getUTCHours(),
    made.getUTCMinutes(),
    made.getUTCSeconds(),
  ];
  const inputs = { paper: JSON.stringify(paper), made: JSON.stringify(parts) };
  return { form: 'pdf', template: paperTemplate, inputs };
}
