import { Link } from '@/components/frame/link';
import type { ListedService } from '@/db/queries/framework/services';
import { smallCountsHref } from '@/lib/disclosure/small-counts-address';
import { releaseWords } from '@/lib/framework/service-entry';
import { FrameworkPage } from './framework-page';

type Props = {
  links: { href: string; text: string }[];
  services: ListedService[];
  /** Whether who looks may name heads of service. */
  namesHeads: boolean;
  /** What was just done, and to which service. */
  done: { change: unknown; slug: unknown };
};

/** All services as a performance officer keeps them. */
export function ServicesKept({ links, services, namesHeads, done }: Props) {
  const one = services.find(({ slug }) => slug === done.slug);
  return (
    <FrameworkPage
      title="Services"
      standfirst={standfirst(services)}
      button={{ href: '/settings/services/new', text: 'Add a service' }}
      done={one && doneWords(done.change, one)}
      links={links}
      current="/settings/services"
    >
      {services.length > 0 && (
        <table className="kept-list">
          <caption className="unseen">Services, in the order of the first page</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Head of service</th>
              <th scope="col">Published</th>
              <th scope="col">You can</th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service.slug}>
                <th scope="row">
                  {service.words.name}
                  <small>/scorecards/{service.slug}</small>
                </th>
                <td data-label="Head of service">{service.head ?? <b className="wanting">Nobody yet</b>}</td>
                <td data-label="Published">
                  {service.edition === null ? 'Nothing yet' : `Edition ${service.edition} is in force`}
                  <small>{releaseWords(service.words)}</small>
                </td>
                <td data-label="You can">
                  <Link href={`/settings/services/${service.slug}`}>
                    Change<span className="unseen"> {service.words.name}</span>
                  </Link>
                  {namesHeads && service.head === null && (
                    <Link href={`/settings/people/posts/${service.slug}`}>
                      Name a head<span className="unseen"> of {service.words.name}</span>
                    </Link>
                  )}
                  <Link href={`/settings/measures?service=${service.slug}`}>
                    {service.measures === 1 ? '1 measure' : `${service.measures} measures`}
                    <span className="unseen"> of {service.words.name}</span>
                  </Link>
                  <Link href={smallCountsHref(service.slug)}>
                    Small counts<span className="unseen"> of {service.words.name}</span>
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

const standfirst = (services: ListedService[]): string => {
  if (services.length === 0) return 'There is none yet. Each service has a scorecard of its own: add the first one.';
  const count = services.length === 1 ? 'One service.' : `${services.length} services.`;
  const headless = services.filter(({ head }) => head === null).map(({ words }) => words.name);
  return headless.length === 0 ? count : `${count} Without a head of service: ${headless.join(', ')}.`;
};

function doneWords(change: unknown, { words, slug, measures }: ListedService) {
  if (change === 'changed') return `${words.name} is changed. What was published stays as it was.`;
  if (change !== 'added') return null;
  return (
    <>
      {words.name} is added.{' '}
      {measures === 0 && <Link href={`/settings/measures/new?service=${slug}`}>Add its first measure</Link>}
    </>
  );
}
