import { isEmailAddress } from '@/lib/text/email-address';
import type { Problem } from './form-state';
import { limits } from './limits';
import { textField } from './typed-text';

/** Who answers questions about figures: a post or a team, not a person, and by which ways. */
export type Contact = { name: string; email: string | null; phone: string | null };

const wrongPhone = 'Write a telephone number in digits, such as 01632 960 001, or leave it empty.';
const wrongEmail = 'Write an e-mail address, such as housing@council.gov.uk, or leave it empty.';

/** Whether a text can be a telephone number: seven digits at least, with blanks, brackets, hyphens and an extension. */
const isPhoneNumber = (typed: string): boolean =>
  /^\+?[\d ()-]+(?: ?(?:ext\.?|x) ?\d{1,6})?$/i.test(typed) && typed.replaceAll(/\D/g, '').length >= 7;

/** The fields of a contact on a form. A page that was opened before there were any has none. */
export const contactFields = {
  contactName: textField(limits.contactName).default(''),
  contactEmail: textField(limits.emailAddress)
    .refine((typed) => typed === '' || isEmailAddress(typed), wrongEmail)
    .default(''),
  contactPhone: textField(limits.phone)
    .refine((typed) => typed === '' || isPhoneNumber(typed), wrongPhone)
    .default(''),
};

type Typed = { contactName: string; contactEmail: string; contactPhone: string };

/** A contact as it was typed, null where nothing was; and what is missing of it. */
export function typedContact({ contactName: name, contactEmail: email, contactPhone: phone }: Typed): {
  contact: Contact | null;
  problems: Problem[];
} {
  if (!name && !email && !phone) return { contact: null, problems: [] };
  const problems: Problem[] = [];
  if (!name) problems.push({ field: 'contactName', sentence: 'Name the post or the team that answers.' });
  if (!email && !phone)
    problems.push({ field: 'contactEmail', sentence: `Give an e-mail address or a telephone number of ${name}.` });
  return { contact: { name, email: email || null, phone: phone || null }, problems };
}

/** A contact in a sentence: 'Housing desk, housing@council.gov.uk, 01632 960 001'; '' for none. */
export const contactWords = (contact: Contact | null): string =>
  contact === null ? '' : [contact.name, contact.email, contact.phone].filter((part) => part !== null).join(', ');

/** The address that dials a telephone number: without the zero in brackets of a number with its country, and without an extension. */
export const phoneAddress = (phone: string): string =>
  `tel:${phone
    .replace('(0)', '')
    .replace(/(?:ext|x).*$/i, '')
    .replaceAll(/[^\d+]/g, '')}`;
