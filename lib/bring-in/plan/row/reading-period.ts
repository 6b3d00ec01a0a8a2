import { parseSpan } from '@/lib/benchmark/benchmark-span';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { parseDay } from '@/lib/time/day-entry';
import { endOf, formatDate, isStart, label, name, periodContaining } from '@/lib/time/period';
import type { MeasureNow } from './council-now';
import { quoted } from './planned';

/** A period of a measure: its first and last day, and its name in a sentence. */
export type ReadingPeriod = { start: string; end: string; name: string };
type Read = ReadingPeriod | { problem: string };

/** Reads the periods of a file, each text once for each calendar: a file names the same few many times. */
export function periodReader(): (typed: string, measure: MeasureNow) => Read {
  const known = new Map<string, Read>();
  return (typed, { draft }) => {
    const key = `${draft.frequency} ${draft.startMonth} ${typed}`;
    const before = known.get(key);
    if (before) return before;
    const read = readPeriod(typed, draft);
    known.set(key, read);
    return read;
  };
}

/** The period that a text names: the month with which it begins, its year or quarter, its first day, or its name in a sentence. */
function readPeriod(typed: string, draft: MeasureDraft): Read {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (text === '') return { problem: 'Name the period, such as June 2018.' };
  const day = parseDay(text);
  if ('day' in day) return periodFrom(day.day, text, draft);
  const range = /^([a-z]{3,9})(?: (\d{4}))? (?:to|-|–) ([a-z]{3,9}) (\d{4})$/i.exec(text);
  // The figure itself is what the period is about here, whatever it covers.
  const facts = { ...draft, window: 'single' as const, since: null };
  const span = parseSpan(range ? `${range[1]} ${range[2] ?? range[4]}` : text, facts);
  if ('problem' in span) return { problem: span.problem.charAt(0).toUpperCase() + span.problem.slice(1) };
  const found = periodFrom(span.span.from, text, draft);
  if ('problem' in found) return found;
  const isAnother =
    found.end !== span.span.until ||
    (range &&
      name({ frequency: draft.frequency, start: found.start }).toLowerCase() !==
        text.toLowerCase().replace(/ [-–] /, ' to '));
  return isAnother
    ? { problem: `${quoted(text)} is no period of this measure: the one that begins then is ${found.name}.` }
    : found;
}

function periodFrom(day: string, text: string, draft: MeasureDraft): Read {
  const period = periodContaining(day, draft);
  if (!isStart(day, draft))
    return {
      problem: `${quoted(text)} begins no period of this measure: the one that it lies in is called ${label(period)} and begins on ${formatDate(period.start)}.`,
    };
  return { start: period.start, end: endOf(period), name: name(period) };
}
