import { z } from 'zod';

/** The fields of something that is kept, as text, by what a sentence calls them; '' where there is nothing. */
export type KeptFields = Record<string, string>;

const Fields = z.record(z.string(), z.string());

/** The fields that a form was opened with, as its page wrote them; null where that is nothing of ours. */
export function readKeptFields(typed: string): KeptFields | null {
  try {
    return Fields.safeParse(JSON.parse(typed)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * What is another thing now than when a form was opened: 'the name is “Buses and coaches” by now, and was “Buses”'; null
 * where all is as it was. Without a full stop.
 */
export function changedMeanwhile(seen: KeptFields, now: KeptFields): string | null {
  const names = new Set([...Object.keys(seen), ...Object.keys(now)]);
  const changed = [...names].filter((name) => now[name] !== seen[name]);
  if (changed.length === 0) return null;
  return changed.map((name) => `${name} is ${quoted(now[name])} by now, and was ${quoted(seen[name])}`).join('; ');
}

/** What a change does to the fields of something, as an event tells it: the name of each, before and after. */
export function fieldChanges(before: KeptFields, after: KeptFields): string[][] {
  return Object.keys(after).flatMap((name) =>
    before[name] === after[name] ? [] : [[name, before[name] ?? '', after[name] ?? '']],
  );
}

const quoted = (value: string | undefined): string => (value ? `“${value}”` : 'nothing');
