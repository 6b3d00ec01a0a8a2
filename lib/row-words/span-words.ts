import type { FrozenRow } from '@/lib/edition/edition';
import { windowWords } from '@/lib/time/period';

/** 'Jul 2018' of the last day in '1 to 31 July 2018'. */
const monthAtEnd = (range: string): string => {
  const [month = '', year = ''] = range.split(' ').slice(-2);
  return `${month.slice(0, 3)} ${year}`;
};

/**
 * What a figure covers, short enough for a column: 'Jul 2018', 'year to Jul 2018', '31 Jul 2018', 'Apr to Jul 2018', 'since Jan
 * 2015'; null where there is no figure yet. The fold has it in full.
 */
export function spanWords({ covers, period }: Pick<FrozenRow, 'covers' | 'period'>): string | null {
  if (!period) return null;
  const { label, range } = period;
  const from = /^(?:\d+ )?([A-Z][a-z]{2})[a-z]* to /.exec(range);
  const months = from && `${from[1]} to ${monthAtEnd(range)}`;
  if (covers === null) return months ?? label;
  if (covers === windowWords.rolling12) return `year to ${monthAtEnd(range)}`;
  const snapshot = /^at (\d+) /.exec(range);
  if (snapshot) return `${snapshot[1]} ${monthAtEnd(range)}`;
  const since = /^since \d+ ([A-Z][a-z]{2})[a-z]* (\d{4})$/.exec(covers);
  if (since) return `since ${since[1]} ${since[2]}`;
  return months ?? `${label}, ${covers}`;
}
