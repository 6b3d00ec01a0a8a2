import type { EarlyItem } from '@/db/queries/release/early';
import { formatInstant } from '@/lib/time/instant';

/** The announced editions that a person may read before their release; nothing where there are none. */
export function EarlyList({ items }: { items: EarlyItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="early-title">
      <h2 id="early-title">To read before its release</h2>
      <ol className="work">
        {items.map(({ id, service, number, dueAt }) => (
          <li key={id}>
            <a href={`/early/${id}`}>
              {service}, edition {number}
            </a>
            <p className="what">Not public until {formatInstant(dueAt)}. That you read it is kept in the history.</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
