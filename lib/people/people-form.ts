import { z } from 'zod';
import { together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';
import { addressProblem, missingName } from './name-and-address';
import { roles } from './person';

/** The fields of the forms about people that a command finds trouble in. */
export const peopleFields = { name: 'name', email: 'email', deputy: 'deputy', untilDay: 'untilDay' } as const;

const name = textField(limits.personName, missingName);
const email = textField(limits.emailAddress, 'Give the e-mail address by which they sign in.').refine(
  (address) => address === '' || addressProblem(address) === null,
  { error: ({ input }) => addressProblem(String(input)) ?? '' },
);
const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const someRoles = z.array(z.enum(roles)).default([]);

/** The form that adds a person. */
export const Addition = z.strictObject({ name, email, roles: someRoles });

/** A form that is no more than a button about a person. */
export const OnePerson = z.strictObject({ id });

/** The form of a person's name and address, with what stood there when it was opened. */
export const Details = z.strictObject({
  id,
  name,
  email,
  seenName: z.string().max(limits.personName.most),
  seenEmail: z.string().max(limits.emailAddress.most),
});

/** The form of a person's roles, with those that they held when it was opened, by commas. */
export const RoleTicks = z.strictObject({
  id,
  role: someRoles,
  seen: z
    .string()
    .max(200)
    .transform((text) => roles.filter((role) => text.split(',').includes(role))),
});

/** A person who is chosen from a list; '' where none was. */
const chosen = (missing: string) =>
  z
    .string()
    .optional()
    .refine((value) => /^[1-9]\d{0,8}$/.test(value ?? ''), missing)
    .transform(Number);

/** Somebody, or '' for nobody. */
const somebody = z
  .string()
  .regex(/^([1-9]\d{0,8})?$/)
  .transform((value) => (value === '' ? null : Number(value)));

const service = z.string().refine(isSlug);

/** The form that names the head of a service; `head` is '' for nobody, `seen` the head when it was opened. */
export const Headship = z.strictObject({ service, head: somebody, seen: somebody });

/** Reads the days of a form, each at its own field. */
function days<K extends string>(typed: Record<K, string>, fields: K[]) {
  const read = fields.map((field) => ({ field, day: parseDay(typed[field]) }));
  const problems = read.flatMap(({ field, day }) => ('problem' in day ? [{ field, sentence: day.problem }] : []));
  const found = read.flatMap(({ field, day }) => ('day' in day ? [[field, day.day] as const] : []));
  return { problems, days: Object.fromEntries(found) as Record<K, string> };
}

const day = z.string().max(100, 'Write the day like 17 August 2018.');

/** The form that names a deputy for the head of a service. */
export const Deputising = z
  .strictObject({ service, deputy: chosen('Choose who stands in for the head.'), fromDay: day, untilDay: day })
  .transform(
    together((typed) => {
      const read = days(typed, ['fromDay', 'untilDay']);
      const { fromDay, untilDay } = read.days;
      if (read.problems.length === 0 && untilDay < fromDay)
        read.problems.push({ field: peopleFields.untilDay, sentence: deputyBackwards });
      return unless(read.problems, { ...typed, fromDay, untilDay });
    }),
  );

/** What somebody is told who ends a deputyship before it begins. */
export const deputyBackwards = 'A deputy’s last day cannot come before the first.';

/** The form that ends a deputyship early, with its last day. */
export const DeputyEnd = z.strictObject({ service, deputy: id, lastDay: day }).transform(
  together((typed) => {
    const read = days(typed, ['lastDay']);
    return unless(read.problems, { ...typed, ...read.days });
  }),
);

const noMeasures = 'Tick at least one measure to give away.';

/** The form that gives measures from one person, or from nobody, to another. */
export const Giving = z.strictObject({
  from: somebody,
  to: chosen('Choose who gets the measures.'),
  code: z
    .array(z.string().refine(isSlug))
    .default([])
    .refine((codes) => codes.length > 0, noMeasures),
});

/** The number that a part of an address names, or null. */
export const numberIn = (part: string | string[] | undefined): number | null =>
  typeof part === 'string' && /^[1-9]\d{0,8}$/.test(part) ? Number(part) : null;
