import { capital, listed, numberOf, numberWord } from '@/lib/text/number-in-words';
import { formatDate } from '@/lib/time/day';
import { londonTime } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { roles as everyRole, type Role } from './person';
import { roleWords } from './role-words';

/** What a person holds, with the services by name. */
export type Holdings = {
  roles: Role[];
  /** The services in which they own measures, each with how many. */
  owns: { service: string; measures: number }[];
  /** The services that they head. */
  heads: string[];
  deputises: { service: string; headName: string; fromDay: string; untilDay: string }[];
};

/** How a person comes in; instants are ISO. */
export type Arrival = {
  /** When they were last seen here; null for never. */
  lastHere: string | null;
  invitedAt: string | null;
  /** Until when their invitation can be taken up; null where there is none, or it is over. */
  linkUntil: string | null;
  /** Whether they can be let in by name, as the people of the demonstration are. */
  byName: boolean;
  /** How many wrong passwords closed their sign-in, and when the last came; null while it is open. */
  locked: { tries: number; at: string } | null;
};

/** A person as the list of people shows them. */
export type PersonListed = { id: number; name: string; email: string } & Holdings & Arrival;

/** A service in which a post is empty. */
export type Vacancy = { slug: string; name: string; noHead: boolean; ownerless: number };

/** Why a person needs an administrator; null where nothing waits. */
export type Need = 'locked' | 'never_here';

/** What of a person waits for an administrator: a door that wrong passwords closed, or an invitation not taken up. */
export function needOf({ lastHere, byName, locked }: Arrival): Need | null {
  if (locked) return 'locked';
  return lastHere === null && !byName ? 'never_here' : null;
}

const isPresent = ({ untilDay }: { untilDay: string }, today: string): boolean => untilDay >= today;

/** What a person is here, posts first: 'Data owner, head of service'. */
export function rolesInWords({ roles, owns, heads, deputises }: Holdings, today: string): string {
  const posts = [
    owns.length > 0 && 'data owner',
    heads.length > 0 && 'head of service',
    deputises.some((span) => isPresent(span, today)) && 'deputy',
    ...everyRole.filter((role) => roles.includes(role)).map((role) => roleWords[role].name.toLowerCase()),
  ].filter((word) => typeof word === 'string');
  return posts.length > 0 ? capital(posts.join(', ')) : 'Nothing yet';
}

/** What a person heads, owns and stands in for, a line each; none where they have no post. */
export function postsInWords({ owns, heads, deputises }: Holdings, today: string): string[] {
  return [
    ...heads,
    ...owns.map(({ service, measures }) => `${measures} ${measures === 1 ? 'measure' : 'measures'} in ${service}`),
    ...deputises
      .filter((span) => isPresent(span, today))
      .map(({ headName, fromDay, untilDay }) => {
        const from = fromDay > today ? `from ${formatDate(fromDay)} ` : '';
        return `For ${headName} ${from}until ${formatDate(untilDay)}`;
      }),
  ];
}

/** When something was, as a list tells it: 'today, 08:52' or '6 September 2018'. */
export function dayInWords(at: string, today: string): string {
  const day = londonDay(at);
  return day === today ? `today, ${londonTime(at)}` : formatDate(day);
}

/** How things stand among people, in one or two sentences: what needs an administrator, after how many are here. */
export function peopleSentence(
  people: Arrival[],
  vacancies: Vacancy[],
): { count: string; needs: string | null; which: string | null } {
  const needs = people.map(needOf);
  const waiting = [
    part(needs.filter((need) => need === 'locked').length, 'person is locked out', 'people are locked out'),
    part(needs.filter((need) => need === 'never_here').length, 'has never signed in', 'have never signed in'),
    part(vacancies.filter(({ noHead }) => noHead).length, 'service has no head', 'services have no head'),
    part(sum(vacancies.map(({ ownerless }) => ownerless)), 'measure has no owner', 'measures have no owner'),
  ].filter((words) => words !== null);
  const things = needs.filter((need) => need !== null).length + rowsOf(vacancies);
  const count = `${capital(numberOf(people.length, 'person', 'people'))}.`;
  if (things === 0) return { count, needs: null, which: null };
  return {
    count,
    needs: `${capital(numberWord(things))} ${things === 1 ? 'thing needs' : 'things need'} you:`,
    which: `${listed(waiting)}.`,
  };
}

const part = (count: number, one: string, several: string): string | null =>
  count === 0 ? null : `${numberWord(count)} ${count === 1 ? one : several}`;

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);

/** How many rows the vacancies take in the list: a service may want a head, and owners for its measures. */
export const rowsOf = (vacancies: Vacancy[]): number =>
  sum(vacancies.map(({ noHead, ownerless }) => (noHead ? 1 : 0) + (ownerless > 0 ? 1 : 0)));

/** As many people as one page of the list shows. */
export const peopleOnAPage = 50;

/** The people of a list in two groups, those who need an administrator first; each by name, found by a part of name or address. */
export function groupedPeople<P extends PersonListed>(people: P[], find: string): { needing: P[]; others: P[] } {
  const wanted = find.trim().toLowerCase();
  const found = people.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  const byName = found.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.id - b.id);
  return {
    needing: byName.filter((person) => needOf(person) !== null),
    others: byName.filter((person) => needOf(person) === null),
  };
}

/** A page of a list, from 1; the last one for a page beyond it. */
export function pageOf<T>(rows: T[], page: number, most = peopleOnAPage): { rows: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / most));
  const here = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((here - 1) * most, here * most), page: here, pages };
}

/** A person with the moments that a clock of the database told, as they are told on the day that is lived in. */
export const arrivalAsLived = <A extends Arrival>(person: A, asLived: (at: string) => string): A => ({
  ...person,
  lastHere: person.lastHere && asLived(person.lastHere),
  linkUntil: person.linkUntil && asLived(person.linkUntil),
  locked: person.locked && { tries: person.locked.tries, at: asLived(person.locked.at) },
});
