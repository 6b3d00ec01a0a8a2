import type { EditionHead } from '@/lib/edition/edition';
import { formatDate } from '@/lib/time/period';

/** A text as CSS quotes it: whatever could end it is written by its number. */
const quotedForCss = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} .,:;()’–-]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;

/** The running head of a scorecard that is printed from a browser: service and day on the left, the edition on the right. */
export function runningHeadSheet({ service, asAt, number }: Pick<EditionHead, 'service' | 'asAt' | 'number'>): string {
  const left = quotedForCss(`${service.name}: performance at ${formatDate(asAt)}`);
  const right = quotedForCss(`Edition ${number}`);
  return `@page{@top-left{content:${left}}@top-right{content:${right}}}\n`;
}
