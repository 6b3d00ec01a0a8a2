import { z } from 'zod';
import { together, unless } from '@/lib/form/fields-together';
import type { Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { bankHolidays, type ProclaimedHoliday } from '@/lib/time/bank-holidays';
import { formatWeekday, isWeekend } from '@/lib/time/day';
import { parseDay } from '@/lib/time/day-entry';
import { isDay } from '@/lib/time/instant';

const typedDay = z.string().max(100, 'This is too long.');

/** The form that enters a bank holiday by proclamation. */
export const EnterHoliday = z
  .strictObject({
    day: typedDay,
    name: textField(limits.holidayName, 'Say what the day is for.'),
    insteadOf: typedDay,
    intent: z.enum(['effect', 'save']),
    seen: z.string().max(50_000).default(''),
  })
  .transform(
    together(({ day, name, insteadOf, ...form }) => {
      const parsed = parseDay(day);
      const replaced = insteadOf.trim() ? parseDay(insteadOf) : null;
      const problems = [
        ...('problem' in parsed ? [{ field: 'day', sentence: parsed.problem }] : []),
        ...(replaced && 'problem' in replaced ? [{ field: 'insteadOf', sentence: replaced.problem }] : []),
      ];
      const holiday: ProclaimedHoliday = {
        day: 'day' in parsed ? parsed.day : '',
        name,
        insteadOf: replaced && 'day' in replaced ? replaced.day : null,
      };
      return unless(problems, { holiday, form, typed: { day, name, insteadOf } });
    }),
  );

/** The form that takes a bank holiday away. */
export const RemoveHoliday = z.strictObject({ day: z.string().refine(isDay) });

/** Why a bank holiday cannot be entered beside those that are there; asked of the form, and again where it is written. */
export function holidayProblems(
  { day, insteadOf }: ProclaimedHoliday,
  entered: ProclaimedHoliday[],
  today: string,
): Problem[] {
  const holiday = (iso: string) => bankHolidays(Number(iso.slice(0, 4)), entered).find((one) => one.day === iso);
  if (day < today) return [{ field: 'day', sentence: `${formatWeekday(day)} has passed: enter a day to come.` }];
  if (isWeekend(day))
    return [
      { field: 'day', sentence: `${formatWeekday(day)} is no working day anyway: enter a day from Monday to Friday.` },
    ];
  const there = holiday(day);
  if (there) return [{ field: 'day', sentence: `${formatWeekday(day)} is a bank holiday already: ${there.name}.` }];
  if (insteadOf === null) return [];
  if (insteadOf < today)
    return [
      { field: 'insteadOf', sentence: `${formatWeekday(insteadOf)} has passed: it cannot be replaced any more.` },
    ];
  return holiday(insteadOf)
    ? []
    : [
        {
          field: 'insteadOf',
          sentence: `${formatWeekday(insteadOf)} is no bank holiday, so nothing can take its place.`,
        },
      ];
}
