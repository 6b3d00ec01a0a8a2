import type { Context } from '@/lib/bring-in/understanding-shape';
import type { Place } from '@/lib/bring-in/wish';
import type { Asking } from './asked-and-remembered';
import { plainWords, quoted } from './grid';

type Person = Context['people'][number];

const simple = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

/** Everybody whom a text may name: by e-mail, name, surname first, initials, or the only one with that first name or surname. */
function peopleNamed(text: string, people: Person[]): Person[] {
  const typed = simple(text);
  const byAddress = people.filter(({ email }) => email.toLowerCase() === text.trim().toLowerCase());
  if (byAddress.length > 0) return byAddress;
  const byName = people.filter(({ name }) =>
    [simple(name), simple(name).split(' ').reverse().join(' ')].includes(typed),
  );
  if (byName.length > 0) return byName;
  const letters = typed.replace(/[ .]/g, '');
  const byInitials = people.filter(({ name }) => initials(name) === letters);
  if (letters.length > 1 && letters.length < 5 && byInitials.length > 0) return byInitials;
  const short = people.filter(({ name }) => shortNames(name).includes(typed));
  return short.length > 0 ? short : people.filter(({ name }) => simple(name).split(' ').includes(typed));
}

const initials = (name: string): string =>
  simple(name)
    .split(' ')
    .map((word) => word[0])
    .join('');

/** 'o turner', 'o. turner', 'turner o'. */
function shortNames(name: string): string[] {
  const words = simple(name).split(' ');
  const [first, last] = [words[0]?.[0] ?? '', words.at(-1) ?? ''];
  return [`${first} ${last}`, `${first}. ${last}`, `${last} ${first}`];
}

/** As many people as a question offers. */
const mostOffered = 200;

/** The address of the person whom a text names as the lead; '' where nobody is to be named, null while that is asked. */
export function leadAddress(text: string, place: Place, people: Person[], asking: Asking): string | null {
  const named = peopleNamed(text, people);
  if (named.length === 1) return (named[0] as Person).email;
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return text;
  if (people.length === 0) {
    asking.leaveOut(place, `${quoted(text)}: nobody is here yet who could be meant`);
    return '';
  }
  const offered = named.length > 1 ? named : people;
  const answer = asking.ask(
    {
      id: `lead:${plainWords(text)}`,
      sentence: `Who is ${quoted(text)}?`,
      gloss:
        named.length > 1
          ? `${named.length} people can be meant.`
          : 'Nobody here has this name, these initials or this address.',
      choices: [
        ...offered.slice(0, mostOffered).map(({ name, email }) => ({ value: email, label: name })),
        { value: 'nobody', label: 'nobody: leave it out' },
      ],
    },
    [place],
  );
  if (answer === 'nobody') asking.leaveOut(place, `${quoted(text)}, left out as you chose`);
  return answer === 'nobody' ? '' : answer;
}

/** The name of the person with an address, for a sentence. */
export const nameOf = (address: string, people: Person[]): string =>
  people.find(({ email }) => email === address)?.name ?? address;
