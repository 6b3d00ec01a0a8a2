import { isEmailAddress } from '@/lib/text/email-address';
import { limits } from './limits';
import { textField } from './typed-text';

/** An area code of the Office for National Statistics: nine characters, such as E06000057. */
const areaCode = /^[A-Z]\d{8}$/;
const wrongAreaCode = 'Write the area code as a letter and eight digits, such as E06000057, or leave it empty.';
const wrongAddress = 'Write an e-mail address, such as performance@council.gov.uk.';

/** An e-mail address, with the sentence for an empty one. */
export const addressField = (empty: string) =>
  textField(limits.emailAddress, empty).refine((typed) => typed === '' || isEmailAddress(typed), wrongAddress);

/** The fields of the council itself, on the page that sets it up and on that which changes it. */
export const councilTexts = {
  council: textField(limits.councilName, 'Give the name of the council.'),
  contact: addressField('Give the e-mail address to which residents write.'),
  areaCode: textField(limits.areaCode)
    .transform((typed) => typed.toUpperCase())
    .refine((code) => code === '' || areaCode.test(code), wrongAreaCode)
    .transform((code) => code || null),
  licence: textField(limits.licence, 'Name the licence under which figures are published.'),
};
