import { z } from 'zod';
import { addressField, councilTexts } from '@/lib/form/council-fields';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';
import { passwordFields } from './password-fields';

/** What a page says while there is no council. */
export const notSetUp = {
  heading: 'Not set up yet',
  sentence:
    'This council has not been set up yet. What is missing is its name, its contact and its first administrator. ' +
    'Whoever runs this server can set it up at the one-time address that its start printed.',
} as const;

/** The licence that the form begins with: the usual one for public information in the United Kingdom. */
export const usualLicence = 'Open Government Licence v3.0';

const beginningFields = {
  ...councilTexts,
  name: textField(limits.personName, 'Give the name of the first administrator.'),
  email: addressField('Give the e-mail address by which the first administrator signs in.'),
};

const Beginning = z.strictObject(beginningFields);

/** A council and its first administrator, as the record begins with them; `areaCode` is null where none was given. */
export type Beginning = z.infer<typeof Beginning>;

const password = z.string().max(1_000, 'Choose a password of at most 256 characters.');
const { first, again } = passwordFields;

/** The form of the set-up page. That the passwords are the same is judged here, how good they are by the command. */
export const SetUpForm = Beginning.extend({ token: z.string(), [first]: password, [again]: password }).transform(
  together((typed) => {
    const { token, [first]: chosen, [again]: repeated, ...beginning } = typed;
    const problems = missing(first, chosen, 'Choose a password.');
    if (problems.length === 0 && chosen !== repeated)
      problems.push({ field: again, sentence: 'This is not the same password: type it again.' });
    return unless(problems, { token, password: chosen, beginning });
  }),
);

/** A beginning as the command line gives it; throws every sentence about it. */
export function beginningOf(given: Record<keyof Beginning, string>): Beginning {
  const result = Beginning.safeParse(given);
  if (!result.success) throw new Refused(result.error.issues.map(({ message }) => message).join('\n'));
  return result.data;
}
