import { stateAddress, states } from './import-states';

/** The way to the page of a file that is brought in, in each of its states. */
export function ImportSpecimen() {
  return (
    <section aria-labelledby="files">
      <h2 id="files">Files that are brought in</h2>
      <p>Each state is a page of its own.</p>
      <ul className="bullets">
        {Object.keys(states).map((state) => (
          <li key={state}>
            <a href={`${stateAddress}${state}`}>{state}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
