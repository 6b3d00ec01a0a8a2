import { Link } from '@/components/frame/link';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { YearEndList } from '@/db/queries/framework/year-end';

type Props = { links: { href: string; text: string }[]; list: YearEndList };

/** Which year is to be closed, and how far each service is. */
export function YearEndServices({ links, list: { year, services } }: Props) {
  const waiting = services.filter(({ waits }) => waits).length;
  return (
    <FrameworkPage
      title="Year end"
      standfirst={standfirst(year, services.length, waiting)}
      links={links}
      current="/settings/year-end"
    >
      {services.length > 0 && (
        <table className="kept-list">
          <caption className="unseen">How far {year} is closed in each service</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Closed</th>
              <th scope="col">Certain</th>
              <th scope="col">Need you</th>
              <th scope="col">You can</th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ slug, name, closed, certain, need, waits }) => (
              <tr key={slug}>
                <th scope="row">
                  {name}
                  {!waits && need + certain > 0 && <small>Nothing waits: it first published after {year}.</small>}
                </th>
                <td data-label="Closed">{closed}</td>
                <td data-label="Certain">{certain}</td>
                <td data-label="Need you">{need}</td>
                <td>
                  <Link href={`/settings/year-end/${slug}`}>
                    Close {year}
                    <span className="unseen">: {name}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FrameworkPage>
  );
}

function standfirst(year: string, services: number, waiting: number): string {
  if (services === 0) return 'There is no service yet.';
  if (waiting === 0) return `Nothing of ${year} waits to be closed.`;
  const where = waiting === 1 ? 'one service' : `${waiting} services`;
  return `${year} is to be closed in ${where}. Until then their scorecards say “${year} not closed yet”.`;
}
