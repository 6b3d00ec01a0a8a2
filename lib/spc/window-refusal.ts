import type { Window } from '@/lib/time/period';

const refusals: Partial<Record<Window, string>> = {
  rolling12:
    'No process control chart: each figure covers twelve months, so the same month counts in several of them, and they drift together when nothing has changed.',
  ytd: 'No process control chart: each figure adds to the one before and starts again each year, so it follows the calendar and not how things are going.',
  since:
    'No process control chart: each figure counts everything since one day, so all that went before is in it, and a change would hardly show.',
};

/** Why a measure of this window has no process control chart, in one sentence; null when it may have one. */
export const windowRefusal = (window: Window): string | null => refusals[window] ?? null;
