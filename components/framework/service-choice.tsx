import { Link } from '@/components/frame/link';
import { FrameworkPage } from './framework-page';

type Props = {
  title: string;
  standfirst: string;
  /** The page that is opened for a service. */
  page: string;
  services: { slug: string; name: string }[];
  links: { href: string; text: string }[];
};

/** Asks of which service a page is to be opened; where there is none yet, the way to the first one. */
export function ServiceChoice({ title, standfirst, page, services, links }: Props) {
  return (
    <FrameworkPage
      title={title}
      standfirst={services.length > 0 ? standfirst : 'There is no service yet, and each measure belongs to one.'}
      crumbs={[{ href: '/settings/measures', text: 'Measures' }]}
      links={links}
      current="/settings/measures"
    >
      {services.length > 0 ? (
        <ul className="settings-list">
          {services.map(({ slug, name }) => (
            <li key={slug}>
              <Link href={`${page}?service=${slug}`}>{name}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Link className="button" href="/settings/services/new">
            Add a service first
          </Link>
        </p>
      )}
    </FrameworkPage>
  );
}
