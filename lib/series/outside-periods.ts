import { type Calendar, formatDate } from '@/lib/time/period';
import { lastRequiredStart } from './retirement';

/** Why a measure has no figure for the period that begins on a day: it comes before its first or after its last one. Null when it has. */
export function outsidePeriods(
  measure: Calendar & { requiredFrom: string; retiredOn: string | null },
  start: string,
): string | null {
  const { requiredFrom, retiredOn } = measure;
  if (start < requiredFrom)
    return `The first figure of this measure is for the period from ${formatDate(requiredFrom)}.`;
  const last = lastRequiredStart(retiredOn, measure);
  return last !== null && retiredOn !== null && start > last
    ? `This measure is retired after ${formatDate(retiredOn)}, and has no later figures.`
    : null;
}
