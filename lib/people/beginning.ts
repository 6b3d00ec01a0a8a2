import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { missing, together, unless } from '@/lib/form/together';
import { textField } from '@/lib/form/typed-text';
import { isEmailAddress } from './email-address';
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

/** An area code of the Office for National Statistics: nine characters, such as E06000057. */
const areaCode = /^[A-Z]\d{8}$/;
const wrongAreaCode = 'Write the area code as a letter and eight digits, such as E06000057, or leave it empty.';
const wrongAddress = 'Write an e-mail address, such as performance@council.gov.uk.';

const address = (empty: string) =>
  textField(limits.emailAddress, empty).refine((typed) => typed === '' || isEmailAddress(typed), wrongAddress);

const councilFields = {
  council: textField(limits.councilName, 'Give the name of the council.'),
  contact: address('Give the e-mail address to which residents write.'),
  areaCode: textField(limits.areaCode)
    .transform((typed) => typed.toUpperCase())
    .refine((code) => code === '' || areaCode.test(code), wrongAreaCode)
    .transform((code) => code || null),
  licence: textField(limits.licence, 'Name the licence under which figures are published.'),
  name: textField(limits.personName, 'Give the name of the first administrator.'),
  email: address('Give the e-mail address by which the first administrator signs in.'),
};

const Beginning = z.strictObject(councilFields);

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
