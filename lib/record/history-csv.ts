import { stringify } from 'csv-stringify/sync';
import { misreadInCsv, safeCell } from '@/lib/text/safe-cell';
import type { EventChange } from './event-changes';

type Line = { id: number; at: string; who: string; sentence: string; changes: EventChange[]; href: string | null };

/** The columns of the file, in their order. */
export const historyColumns = ['event', 'at', 'who', 'sentence', 'what', 'before', 'after', 'address'] as const;

/**
 * A history as CSV, the newest first: one line for each thing that an event changed, and one for an event that changed none;
 * moments in UTC, texts that no spreadsheet takes for a formula.
 */
export function historyCsv(lines: Line[]): string {
  const rows = lines.flatMap(({ id, at, who, sentence, changes, href }) => {
    const event = [String(id), at, safeCell(who), safeCell(sentence)];
    const differences = changes.length > 0 ? changes : [{ what: '', before: null, after: null }];
    return differences.map(({ what, before, after }) => [
      ...event,
      safeCell(what),
      safeCell(before ?? ''),
      safeCell(after ?? ''),
      href ?? '',
    ]);
  });
  return stringify([[...historyColumns], ...rows], { quoted_match: misreadInCsv });
}
