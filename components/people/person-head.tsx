import type { PersonLeft } from '@/db/queries/people/people-left';
import type { PersonPage } from '@/db/queries/people/person-page';
import { rolesInWords } from '@/lib/people/people-list';
import { formatDate, londonDay } from '@/lib/time/day';
import { SubpageHead } from './subpage-head';

type Props = { page: PersonPage | { left: PersonLeft }; today: string /** What was just done. */; done: string | null };

/** What was done to a person, after their name. */
const changes: Record<string, string> = {
  'let-in': 'can try to sign in again, from anywhere.',
  sessions: 'is signed out everywhere.',
  details: 'has this name and address from now on.',
  roles: 'has these roles from now on.',
  left: 'has left. What they owned or headed waits for somebody else.',
  given: 'owns the measures now.',
};

/** A person's name, what they are here, and what was just done. */
export function PersonHead({ page, today, done }: Props) {
  const isLeft = 'left' in page;
  const { name, email } = isLeft ? page.left : page.person;
  // A person who came back since is not told to have left.
  const change = done !== null && Object.hasOwn(changes, done) && (done === 'left') === isLeft ? changes[done] : null;
  return (
    <>
      <SubpageHead title={name}>
        <p>
          {isLeft
            ? `${email}. Left on ${formatDate(londonDay(page.left.leftAt))}.`
            : `${email}. ${rolesInWords(page.person, today)}.`}
        </p>
      </SubpageHead>
      {change && (
        <p className="done" role="status">
          {name} {change}
        </p>
      )}
    </>
  );
}
