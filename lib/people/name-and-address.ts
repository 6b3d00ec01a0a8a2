import { limits } from '@/lib/form/limits';
import { isEmailAddress } from '@/lib/text/email-address';

/** What somebody is told who gives no name that can be taken. */
export const missingName = `Give the person’s name, in at most ${limits.personName.most} characters.`;

/** Why a name cannot be taken, or null. */
export const nameProblem = (name: string): string | null =>
  name === '' || name.length > limits.personName.most ? missingName : null;

/** Why an address cannot be taken, or null. */
export const addressProblem = (address: string): string | null =>
  isEmailAddress(address) && address.length <= limits.emailAddress.most
    ? null
    : `“${address.slice(0, 80)}” is not an e-mail address.`;

/** What somebody is told who types an address that another person has. */
export const addressTaken = (address: string): string => `There is a person with the address ${address} already.`;
