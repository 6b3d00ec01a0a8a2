import { isDay } from '@/lib/time/instant';

/** An action of an earlier period, by the first day of that period and its text, that a later reading tells to be done. */
export type Completed = { start: string; text: string };

/** How many completed actions one reading can have. */
export const mostCompleted = 100;

/** A completed action as the value of a checkbox: one line, whatever its text. */
export const completedValue = ({ start, text }: Completed): string => JSON.stringify([start, text]);

/** The completed actions of the lines of a form, each once and in order; what no form of ours has sent is passed over. */
export function completedIn(lines: string): Completed[] {
  // Whatever else was sent costs no more than what can be kept.
  const possible = lines.split('\n').filter((line) => line.startsWith('["'));
  const completed = possible.slice(0, mostCompleted).flatMap((line): Completed[] => {
    try {
      const [start, text, ...more]: unknown[] = JSON.parse(line);
      const isAction = typeof start === 'string' && isDay(start) && typeof text === 'string' && more.length === 0;
      return isAction ? [{ start, text }] : [];
    } catch {
      return [];
    }
  });
  return inOrder(completed);
}

/** Each once, by period and text, so that the same choice is the same content. */
export function inOrder(completed: Completed[]): Completed[] {
  const byValue = new Map(completed.map((action) => [completedValue(action), action]));
  return [...byValue.keys()].sort().map((value) => byValue.get(value) as Completed);
}

type ReadingActions = {
  start: string;
  actions: { text: string; owner: string; due: string | null }[];
  completed: Completed[];
};

/** An action of a reading that no reading says is done yet. */
export type OpenAction = Completed & { owner: string; due: string | null };

/** The actions of earlier readings that no reading says are done, the oldest first; a repeated action counts once. */
export function openActions(readings: ReadingActions[]): OpenAction[] {
  const doneIn = doneBy(readings);
  const open = new Map<string, OpenAction>();
  for (const { start, actions } of readings.toSorted((a, b) => a.start.localeCompare(b.start)))
    for (const { text, owner, due } of actions)
      if (doneIn({ start, text }) === null) open.set(text, { start, text, owner, due });
  return [...open.values()];
}

/**
 * Answers for an action which period's reading says that it is done, by the first day of that period; null while it is open.
 * The same action in earlier readings is done with it.
 */
export function doneBy(readings: Pick<ReadingActions, 'start' | 'completed'>[]): (action: Completed) => string | null {
  const completions = readings.flatMap(({ start, completed }) =>
    completed.map((action) => ({ doneIn: start, action })),
  );
  const oldestFirst = completions.toSorted((a, b) => a.doneIn.localeCompare(b.doneIn));
  return ({ start, text }) =>
    oldestFirst.find(({ action }) => action.text === text && action.start >= start)?.doneIn ?? null;
}
