import Link from 'next/link';

/** The services whose history somebody may read. */
export function HistoryServicesPage({ services }: { services: { slug: string; name: string }[] }) {
  return (
    <>
      <h1>History</h1>
      <p className="standfirst">
        {services.length > 0
          ? 'Who did what and when, service by service.'
          : 'You do not work for a service here, so there is no history for you to read.'}
      </p>
      <ul className="services">
        {services.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/history/services/${slug}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
