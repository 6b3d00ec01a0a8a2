import type { Wish } from '@/lib/bring-in/wish';
import type { PersonNow } from './council-now';
import { quoted } from './planned';

/** The address under which two rows of a file speak of the same person. */
export const personKey = ({ fields }: Wish): string | null => fields.email?.trim().toLowerCase() || null;

/** Somebody by e-mail address or by name, or why nobody can be meant. */
export function personNamed(people: PersonNow[], typed: string): { person: PersonNow } | { problem: string } {
  const text = typed.trim().toLowerCase();
  const here = people.filter(({ hasLeft }) => !hasLeft);
  const byAddress = here.find(({ email }) => email.toLowerCase() === text);
  if (byAddress) return { person: byAddress };
  const called = here.filter(({ name }) => name.toLowerCase() === text);
  if (called.length > 1)
    return { problem: `${called.length} people are called ${quoted(typed.trim())}: give the e-mail address.` };
  return called[0]
    ? { person: called[0] }
    : { problem: `Nobody here is called ${quoted(typed.trim())} or has that address: add this person first.` };
}
