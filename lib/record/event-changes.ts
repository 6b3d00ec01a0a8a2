import { formatDate } from '@/lib/time/period';
import { type Details, judgedWords, text } from './detail-words';
import type { EventKind } from './event';

/** One thing that an event changed, in words; null where there was, or is, nothing. */
export type EventChange = { what: string; before: string | null; after: string | null };

/** What each kind of event changed beside a reading: the name of the thing, and the details that hold it before and after. */
const changed: Partial<Record<EventKind, [what: string, before: string, after: string]>> = {
  person_renamed: ['name', 'was', 'name'],
  person_readdressed: ['e-mail address', 'was', 'address'],
  deputy_ended: ['last day', 'was', 'untilDay'],
  screening_set: ['screening', 'was', 'now'],
  release_moved: ['moment of release', 'fromAt', 'toAt'],
  target_set: ['target', 'was', 'target'],
  outturn_set: ['outturn', 'was', 'value'],
  meeting_moved: ['meeting', 'day', 'toDay'],
  theme_set: ['theme', 'was', 'theme'],
};

/** What an event itself says was there before and is there now; empty where it says no such thing. */
export function eventChanges(kind: EventKind, details: Details): EventChange[] {
  if (Array.isArray(details.changes)) return details.changes.flatMap(fieldChange);
  const judged = judgedWords(details);
  if (judged)
    return [
      { what: 'colour', before: `${judged.rule} by the rule`, after: `Judged ${judged.colour}: ${judged.reason}` },
    ];
  const [what, before, after] = changed[kind] ?? [];
  if (!what || !before || !after) return [];
  return [{ what, before: worded(details[before]), after: worded(details[after]) }];
}

/** A change of the framework is written as the name of a field, what it said, and what it says. */
function fieldChange(written: unknown): EventChange[] {
  if (!Array.isArray(written)) return [];
  const [what, before, after] = written.map(worded);
  return what ? [{ what: what.replace(/^the |,$/g, ''), before: before ?? null, after: after ?? null }] : [];
}

const worded = (value: unknown): string | null => {
  const written = text(value);
  return written && /^\d{4}-\d\d-\d\d$/.test(written) ? formatDate(written) : written;
};
