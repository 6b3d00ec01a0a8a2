import { PublicDocument, type Site } from '@/components/frame/public-document';
import { Shape } from '@/components/sign/symbol-sprite';
import { type CouncilView, councilHeadline, redOfRated, type ServiceView } from '@/lib/scorecard/council-view';
import { nothingPublished } from '@/lib/scorecard/scorecard';
import { isRed } from '@/lib/target/judged-status';
import { numberOf } from '@/lib/text/number-word';
import { formatDate } from '@/lib/time/period';
import { RedTable } from './red-table';
import { ServicesTable } from './services-table';
import { ThemesTable } from './themes-table';

/** All services on one page: how each stands, what has turned, everything that is Red and why, and themes across services. */
export function ServicesPage({ site, view }: { site: Site; view: CouncilView }) {
  const { services, themes, date, summary } = view;
  const description = `How the services of ${site.council} perform against their targets, as approved and published.`;
  if (services.length === 0)
    return (
      <PublicDocument site={site} title="Council performance" description={description}>
        <h1>How our services perform</h1>
        <p className="empty">{nothingPublished(site.council)}</p>
      </PublicDocument>
    );
  const red = services.filter(({ rows }) => rows.some(({ rag }) => isRed(rag)));
  return (
    <PublicDocument site={site} title="Council performance" description={description}>
      <div className="verdict-head alone">
        <div>
          <p className="kicker">How our services perform</p>
          <h1>{councilHeadline(summary)}</h1>
          <p className="as-at">
            At <b>{formatDate(date)}</b> · {numberOf(services.length, 'service')}, {numberOf(summary.total, 'measure')}
            {summary.none > 0 && `, of which ${summary.none} have no colour`}
          </p>
          <p className="ways">
            <a href="/data">All figures of the council</a> <a href="/feed.xml">Feed</a>
          </p>
        </div>
      </div>
      <section className="summary" aria-labelledby="services-title">
        <h2 id="services-title">Services</h2>
        <ServicesTable services={services} />
      </section>
      <section className="summary" aria-labelledby="red-title">
        <h2 id="red-title">
          <span className="red">
            <Shape symbol="red" />
          </span>{' '}
          {red.length === 0 ? 'Nothing is Red' : 'All that is Red, and why'}
        </h2>
        {red.map((service) => (
          <Reds key={service.head.service.slug} service={service} />
        ))}
      </section>
      {themes.length > 0 && (
        <section className="summary" aria-labelledby="themes-title">
          <h2 id="themes-title">Themes, across services</h2>
          <ThemesTable themes={themes} />
        </section>
      )}
      {services.map(
        ({ head: { service } }) =>
          service.notice && (
            <p className="notice" key={service.slug}>
              <b>{service.name}:</b> {service.notice}
            </p>
          ),
      )}
    </PublicDocument>
  );
}

function Reds({ service: { head, rows } }: { service: ServiceView }) {
  const { slug, name } = head.service;
  return (
    <>
      <h3>
        {name}: {redOfRated(rows)}
      </h3>
      <RedTable
        rows={rows.filter(({ rag }) => isRed(rag))}
        link={({ code }) => `/scorecards/${slug}#${code.toLowerCase()}`}
        terms={[]}
      />
    </>
  );
}
