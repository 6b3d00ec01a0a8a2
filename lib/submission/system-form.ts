import { z } from 'zod';
import { together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';
import { tokenMonths } from '@/lib/time/lifetimes';
import { addMonths, formatDate } from '@/lib/time/period';

/** The fields of the forms about systems that a command finds trouble in. */
export const systemFields = { untilDay: 'untilDay', measures: 'code' } as const;

/**
 * The last day on which a token may end that is made today: it lives so many months at most, so that one that nobody thinks of any more
 * does not open for ever.
 */
export const lastDay = (today: string): string => addMonths(today, tokenMonths);

/** Why a token cannot end on a day; null where it can. */
export function untilProblem(untilDay: string, today: string): string | null {
  if (untilDay < today) return 'This day has passed: choose one to come.';
  const last = lastDay(today);
  return untilDay > last
    ? `A token lives ${tokenMonths} months at most: choose a day up to ${formatDate(last)}.`
    : null;
}

export const noMeasure = 'Tick at least one measure, or a whole service.';

/** What is said of a token that is over to whoever would change or revoke it. */
export const systemOver = 'The token of this system is over already: there is nothing to change.';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const codes = z.array(z.string().refine(isSlug)).max(500).default([]);

/** The form that makes a token for a system; `codes` of whole services come from the page, measure by measure. */
export const AddSystem = z
  .strictObject({
    name: textField(limits.systemName, 'Name the system, as people in the council call it.'),
    responsible: z
      .string()
      .refine((value) => /^[1-9]\d{0,8}$/.test(value), 'Choose who answers for what it sends.')
      .transform(Number),
    untilDay: z.string().max(100, 'Write the day like 31 March 2027.'),
    code: codes,
    service: codes,
  })
  .transform(
    together((typed) => {
      const { untilDay, code, service, ...named } = typed;
      const day = parseDay(untilDay);
      const problems = [
        ...('problem' in day ? [{ field: systemFields.untilDay, sentence: day.problem }] : []),
        ...(code.length + service.length === 0 ? [{ field: systemFields.measures, sentence: noMeasure }] : []),
      ];
      return unless(problems, { ...named, untilDay: 'day' in day ? day.day : '', codes: code, services: service });
    }),
  );

/** The form that changes what a system may send, with what its page showed, by commas. */
export const ScopeSystem = z
  .strictObject({ id, code: codes, service: codes, seen: z.string().max(60_000) })
  .transform(({ code, service, seen, ...system }) => ({
    ...system,
    codes: code,
    services: service,
    seen: seen.split(',').filter(isSlug),
  }));

/** The form that revokes a token. */
export const EndSystem = z.strictObject({ id });
