import { listed } from '@/lib/text/number-in-words';
import type { YearEndRow } from './year-end-row';

type Closed = Pick<YearEndRow, 'number'> & { closed: { by: string; on: string } | null };

/** 'Measures 12, 15 and 19, confirmed by you on 29 April 2019; measure 3, by its own figure'. */
export function closedWords(rows: Closed[]): string {
  const groups = new Map<string, number[]>();
  for (const { number, closed } of rows) {
    const how = closed ? `confirmed by ${closed.by} on ${closed.on}` : 'closed by the figure that is kept';
    groups.set(how, [...(groups.get(how) ?? []), number]);
  }
  const each = [...groups].map(
    ([how, numbers], index) =>
      `${index === 0 ? 'M' : 'm'}easure${numbers.length === 1 ? '' : 's'} ${listed(numbers.map(String))}, ${how}`,
  );
  return each.join('; ');
}

type Counted = { year: string; isLatest?: boolean; rows: Pick<YearEndRow, 'group'>[] };

/** '3 of 20 measures are closed. 13 are certain and can be confirmed together; 4 need you. …'. */
export function countWords({ year, isLatest = true, rows }: Counted): string {
  const count = (wanted: YearEndRow['group']) => rows.filter(({ group }) => group === wanted).length;
  const [need, certain, closed] = [count('need'), count('certain'), count('closed')];
  const all = need + certain + closed;
  if (all === 0) return `No measure of this service was counted in ${year}.`;
  if (closed === all) return `All ${all === 1 ? 'is' : `${all} measures are`} closed.`;
  const parts = [
    certain > 0 && `${certain} ${certain === 1 ? 'is' : 'are'} certain and can be confirmed together`,
    need > 0 && `${need} ${need === 1 ? 'needs' : 'need'} you`,
  ].filter((part) => typeof part === 'string');
  const open = isLatest ? `Until then the scorecard says “${year} not closed yet”.` : 'No scorecard waits for it.';
  return `${closed} of ${all} ${all === 1 ? 'measure is' : 'measures are'} closed. ${parts.join('; ')}. ${open}`;
}

/** What was just done, from the number in the address of the page; null where there is none. */
export function doneWords(done: unknown): string | null {
  const count = typeof done === 'string' && /^\d{1,3}$/.test(done) ? Number(done) : 0;
  if (count === 0) return null;
  const what = count === 1 ? 'One outturn is' : `${count} outturns are`;
  return `${what} confirmed. The public sees ${count === 1 ? 'it' : 'them'} with the next edition.`;
}

/** Words in which no line ends inside a sum: '216 of 267', '766 ÷ 9.7'. */
export const unbrokenSum = (words: string): string => words.replace(/(\d) (of|÷) (?=\d)/g, '$1\u00a0$2\u00a0');
