import { RagTag } from '@/components/sign/rag-tag';
import type { EditionColours } from '@/db/queries/overview/colours-by-edition';
import { formatDate } from '@/lib/time/day';
import { ChartDrawing } from './chart-for-script';

/** The colours of the last editions of each service: a table, and the same as a chart. */
export function EditionColoursSection({ colours }: { colours: EditionColours[] }) {
  if (colours.length === 0) return null;
  const services = [...new Map(colours.map(({ slug, service }) => [slug, service]))];
  return (
    <section aria-labelledby="colours-title">
      <h2 id="colours-title">Colours by edition</h2>
      {services.map(([slug, name]) => (
        <div key={slug} className="part-of">
          <h3>{name}</h3>
          <div className="charted">
            <ColoursTable name={name} editions={colours.filter((edition) => edition.slug === slug)} />
            <ChartDrawing
              label={`Colours of the editions of ${name}, as bars`}
              chart={{
                kind: 'colours',
                editions: colours
                  .filter((edition) => edition.slug === slug)
                  .map(({ number, green, amber, red, none }) => ({
                    edition: `Edition ${number}`,
                    green,
                    amber,
                    red,
                    none,
                  })),
              }}
            />
          </div>
        </div>
      ))}
    </section>
  );
}

function ColoursTable({ name, editions }: { name: string; editions: EditionColours[] }) {
  return (
    <table className="figures">
      <caption className="unseen">Colours of the editions of {name}</caption>
      <thead>
        <tr>
          <th scope="col">Edition</th>
          {(['green', 'amber', 'red', null] as const).map((colour) => (
            <th key={colour} scope="col">
              <RagTag colour={colour} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {editions.map(({ slug, number, asAt, green, amber, red, none, judged }) => (
          <tr key={number}>
            <th scope="row">
              <a href={`/scorecards/${slug}/editions/${number}`}>Edition {number}</a>
              <small>
                as at {formatDate(asAt)}
                {judged > 0 && `; ${judged} of them judged`}
              </small>
            </th>
            <td>{green}</td>
            <td>{amber}</td>
            <td>{red}</td>
            <td>{none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
