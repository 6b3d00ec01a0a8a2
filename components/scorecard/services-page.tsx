import { ContactLine } from '@/components/frame/contact-line';
import { PublicDocument, type Site } from '@/components/frame/public-document';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { Shape } from '@/components/sign/sign-shapes';
import type { ComingDay } from '@/lib/committee/coming-days';
import type { Contact } from '@/lib/form/contact-fields';
import {
  type CouncilView,
  councilHeadline,
  isHidden,
  oneByOne,
  redOfRated,
  type ServiceView,
} from '@/lib/scorecard/council-view';
import { nothingPublished } from '@/lib/scorecard/scorecard';
import { isRed } from '@/lib/target/judged-status';
import { numberOf } from '@/lib/text/number-in-words';
import { formatDate } from '@/lib/time/period';
import { RedTable } from './red-table';
import { ServicesTable } from './services-table';
import { ThemesTable } from './themes-table';

type Props = {
  site: Site;
  view: CouncilView;
  /** The next meetings and releases. */
  coming: ComingDay[];
  /** Who answers questions about the figures of a service that names nobody. */
  contact?: Contact;
};

/** All services on one page: how each stands, what is next, what has turned, everything that is Red and why, and themes. */
export function ServicesPage({ site, view, coming, contact }: Props) {
  const { services, themes, date, summary } = view;
  const description = `How the services of ${site.council} perform against their targets, as approved and published.`;
  if (services.length === 0)
    return (
      <PublicDocument site={site} title="Council performance" description={description}>
        <h1>How our services perform</h1>
        <p className="empty">{nothingPublished(site.council)}</p>
      </PublicDocument>
    );
  const isShort = oneByOne(summary);
  return (
    <PublicDocument site={site} title="Council performance" description={description}>
      <div className={coming.length > 0 ? 'verdict-head' : 'verdict-head alone'}>
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
        <Coming days={coming} />
      </div>
      <section className="summary" aria-labelledby="services-title">
        <h2 id="services-title">Services</h2>
        <ServicesTable services={services} counted={!isShort} />
        {!isShort && <p>Each count of Red leads to those measures, why they are Red and what is being done.</p>}
        {contact && services.some((service) => service.contact === null) && <ContactLine contact={contact} />}
      </section>
      {isShort && <AllRed services={services} />}
      {themes.length > 0 && (
        <section className="summary" aria-labelledby="themes-title">
          <h2 id="themes-title">Themes, across services</h2>
          {isShort && <ThemesTable themes={themes} />}
          <p>
            <a href="/themes">All themes</a>, each with its counts and everything that is Red in it.
          </p>
        </section>
      )}
      {services.map(
        ({ head: { service } }) =>
          isShort &&
          service.notice && (
            <p className="notice" key={service.slug}>
              <b>{service.name}:</b> {service.notice}
            </p>
          ),
      )}
    </PublicDocument>
  );
}

/** The next meetings and releases, quietly beside the headline. */
function Coming({ days }: { days: ComingDay[] }) {
  if (days.length === 0) return null;
  return (
    <aside className="coming" aria-labelledby="coming-title">
      <h2 id="coming-title">Next</h2>
      <ul>
        {days.map(({ day, words, title, address }) => (
          <li key={`${day} ${title}`}>
            <small>{words}</small>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** What is Red, service by service, and why. */
function AllRed({ services }: { services: ServiceView[] }) {
  const red = services.filter(({ rows }) => rows.some(({ rag }) => isRed(rag)));
  return (
    <section className="summary" aria-labelledby="red-title">
      <h2 id="red-title">
        <span className="red">
          <Shape symbol="red" />
        </span>{' '}
        {red.length === 0 ? 'Nothing is Red' : 'All that is Red, and why'}
      </h2>
      <HiddenLegend hidden={red.some(({ rows }) => rows.some((row) => isRed(row.rag) && isHidden(row)))} />
      {red.map((service) => (
        <Reds key={service.head.service.slug} service={service} />
      ))}
    </section>
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
