import { addDays } from '@/lib/time/day';
import { endOf, type Period } from '@/lib/time/period';

/** The last day on which a period's figure is on time: its end plus the measure's lag in days. */
export const dueDate = (period: Period, lagDays: number): string => addDays(endOf(period), lagDays);
