import type { PersonLeft } from '@/db/queries/people/people-left';
import { formatDate, londonDay } from '@/lib/time/day';

/** Everybody who has left, with a way back. */
export function LeftList({ people }: { people: PersonLeft[] }) {
  if (people.length === 0) return <p>Nobody has left.</p>;
  return (
    <ul className="plain left">
      {people.map(({ id, name, email, leftAt }) => (
        <li key={id}>
          <p>
            <b>{name}</b> <small>{email}</small>
          </p>
          <p>Left on {formatDate(londonDay(leftAt))}</p>
          <a href={`/settings/people/${id}`}>
            Bring back<span className="unseen">: {name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
