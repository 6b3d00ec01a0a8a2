/** An edition by its fingerprint. */
type Sealed = { service: { slug: string; name: string }; number: number; sha256: string };

/** How anybody checks that an edition is the one that was published, with one command. */
export function EditionCheck({ origin, services }: { origin: string; services: Sealed[] }) {
  return (
    <section className="part" id="check" aria-labelledby="check-title">
      <h2 id="check-title">Check an edition</h2>
      <p>
        An edition is never changed. Its fingerprint is the SHA-256 of the text that holds all that it shows, and stands
        at the foot of each scorecard; whoever kept one can check later that the edition is still the same. The command
        prints the fingerprint anew (on a Mac, <code>shasum -a 256</code> instead of <code>sha256sum</code>):
      </p>
      {services.map(({ service, number, sha256 }) => (
        <div key={service.slug}>
          <h3>
            {service.name}, edition {number}
          </h3>
          <pre className="copied">
            <code>{`curl -s ${origin}/scorecards/${service.slug}/editions/${number}/canonical.json | sha256sum`}</code>
          </pre>
          <p className="seal">{sha256}</p>
        </div>
      ))}
    </section>
  );
}
