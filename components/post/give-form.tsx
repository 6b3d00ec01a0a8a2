type Props = {
  people: { id: number; name: string; measures: number }[];
  ownerless: number;
  /** What is chosen already, as the address says it. */
  from: string | null;
  to: number | null;
  /** Where only the measures of one service are meant. */
  service?: string | null;
};

/** Asks whose measures go to whom; it changes nothing, and leads to a page that shows them first. */
export function GiveForm({ people, ownerless, from, to, service }: Props) {
  const givers = people.filter(({ measures }) => measures > 0);
  if (givers.length === 0 && ownerless === 0) return <p>There are no measures to give yet.</p>;
  return (
    <form method="get" action="/settings/people/give" className="give">
      {service && <input type="hidden" name="service" value={service} />}
      <div className="field">
        <label htmlFor="from">All measures of</label>
        <select id="from" name="from" defaultValue={from ?? ''}>
          <option value="">Choose a person</option>
          {ownerless > 0 && <option value="nobody">Nobody ({ownerless})</option>}
          {givers.map(({ id, name, measures }) => (
            <option key={id} value={id}>
              {name} ({measures})
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="to">go to</label>
        <select id="to" name="to" defaultValue={to ?? ''}>
          <option value="">Choose a person</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button secondary">
        Check
      </button>
      <p className="hint">Drafts go with them. What waits for approval stays where it is.</p>
    </form>
  );
}
