import type { FrozenRow } from '@/lib/edition/edition';
import { saysNotClosed } from '@/lib/edition/not-closed-yet';
import { listed } from '@/lib/text/number-in-words';

/**
 * '2018/19 is not closed yet for measures 1, 2 and 4: Ada Byrne closes it.' of the rows that the next edition would have; null where
 * none says so.
 */
export function unclosedSentence(rows: Pick<FrozenRow, 'number' | 'previous'>[], officers: string[]): string | null {
  const open = rows.filter(saysNotClosed);
  const years = [...new Set(open.map(({ previous }) => previous.label))];
  if (open.length === 0) return null;
  const numbers = open.map(({ number }) => String(number));
  const all = open.length === rows.length && rows.length > 1;
  const which = all
    ? `any of its ${rows.length} measures`
    : `measure${open.length === 1 ? '' : 's'} ${listed(numbers)}`;
  const closers =
    officers.length === 0
      ? 'an administrator has to name a performance officer first'
      : `${listed(officers)} ${officers.length === 1 ? 'closes' : 'close'} it`;
  return `${listed(years)} ${years.length === 1 ? 'is' : 'are'} not closed yet for ${which}: ${closers}.`;
}
