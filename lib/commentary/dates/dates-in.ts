import type { Span } from '@/lib/measure/span';
import type { Lexed } from '../prose/lexemes';
import { dateAt } from './date-at';
import type { DateAt, Frame } from './date-spans';

/** A date or a period that a text names. */
export type DateToken = {
  at: number;
  quote: string;
  /** The days that it may mean, the likeliest first. */
  spans: Span[];
  kind: DateAt['kind'];
  /** The lexemes that it takes: from the first up to before `until`. */
  from: number;
  until: number;
  sentence: number;
};

/** "April to June 2018", "Apr 17 - Mar 18": the beginning of a range takes the year that its end needs. */
function joined(first: Span[], second: Span[]): Span[] {
  return second.flatMap((end) => {
    const starts = first.filter(({ from }) => from <= end.until).sort((a, b) => (a.from < b.from ? 1 : -1));
    return starts[0] ? [{ from: starts[0].from, until: end.until }] : [];
  });
}

/** Every date and period that a text names, in their order; linear in its length. */
export function datesIn({ plain, lexemes }: Lexed, frame: Frame): DateToken[] {
  const dates: DateToken[] = [];
  let at = 0;
  while (at < lexemes.length) {
    const found = dateAt(lexemes, at, frame);
    if (!found || found.spans.length === 0) {
      at += 1;
      continue;
    }
    const until = at + found.length;
    const before = dates.at(-1);
    const between = lexemes.slice(before?.until ?? at, at).map(({ lower }) => lower);
    const opens = before ? lexemes[before.from - 1]?.lower : '';
    const isRange =
      before !== undefined &&
      between.length === 1 &&
      found.kind !== 'relative' &&
      before.kind !== 'relative' &&
      (/^(?:to|-|until)$/.test(between[0] ?? '') || (between[0] === 'and' && opens === 'between'));
    const merged = isRange && before ? joined(before.spans, found.spans) : [];
    const from = isRange && merged.length > 0 && before ? before.from : at;
    if (from !== at) dates.pop();
    const quoted = plain.quoted(lexemes[from]?.start ?? 0, lexemes[until - 1]?.end ?? 0);
    dates.push({
      at: quoted.at,
      quote: quoted.quote,
      spans: from === at ? found.spans : merged,
      kind: found.kind,
      from,
      until,
      sentence: lexemes[from]?.sentence ?? 0,
    });
    at = until;
  }
  return dates;
}
