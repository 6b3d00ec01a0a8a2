import { Link } from '@/components/frame/link';

type Props = {
  services: { slug: string; name: string }[];
  /** Whether the history of the council as a whole is offered too. */
  council: boolean;
};

/** The histories that somebody may read: of their services, and of the council as a whole. */
export function HistoryServicesPage({ services, council }: Props) {
  const histories = [
    ...services.map(({ slug, name }) => ({ href: `/history/services/${slug}`, name })),
    ...(council ? [{ href: '/history/council', name: 'The council as a whole' }] : []),
  ];
  return (
    <>
      <h1>History</h1>
      <p className="standfirst">
        {histories.length > 0
          ? 'Who did what and when, service by service.'
          : 'You do not work for a service here, so there is no history for you to read.'}
      </p>
      <ul className="services">
        {histories.map(({ href, name }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
