import { PublicDocument, type Site } from '@/components/frame/public-document';
import type { FileSize } from '@/lib/open-data/data-bytes';
import { nothingPublished } from '@/lib/scorecard/scorecard';
import { formatDate, londonDay } from '@/lib/time/period';
import { EditionCheck } from './check-a-fingerprint';
import { FileLinks } from './get-data';

/** A measure whose data can be had, and about how large its files are. */
type MeasureFiles = { code: string; title: string; sizes: FileSize[] };

/** An edition in force with its files, and those of its measures. */
export type ServiceFiles = {
  service: { slug: string; name: string };
  number: number;
  publishedAt: string;
  sha256: string;
  sizes: FileSize[];
  measures: MeasureFiles[];
};

type Props = {
  site: Site;
  /** Where the site is, for what is typed elsewhere. */
  origin: string;
  /** The files of the council; null where nothing is published. */
  council: { scorecards: FileSize[]; figures: FileSize[] } | null;
  services: ServiceFiles[];
  /** The data of the council for catalogues. */
  dataset?: string | undefined;
};

/** Every file of data that there is, with its type and size, and what may be done with it. */
export function DataPage({ site, origin, council, services, dataset }: Props) {
  const description = `The published performance figures of ${site.council} as files, and how to check them.`;
  return (
    <PublicDocument site={site} title="Get the data" description={description} canonical="/data" dataset={dataset}>
      <h1>Get the data</h1>
      <p className="standfirst">
        Everything that the pages show can be had as files, with the same columns in each. What is hidden on a page is
        hidden in every file.
      </p>
      {council === null ? (
        <p className="empty">{nothingPublished(site.council)}</p>
      ) : (
        <>
          <section className="part" aria-labelledby="council">
            <h2 id="council">The whole council</h2>
            <ul className="data-files">
              <li>
                <b>All scorecards:</b> each measure with its latest figure.{' '}
                <FileLinks base="/data/scorecards" sizes={council.scorecards} />
              </li>
              <li>
                <b>Every figure:</b> each period of each measure.{' '}
                <FileLinks base="/data/figures" sizes={council.figures} />
              </li>
            </ul>
          </section>
          <section className="part" aria-labelledby="services">
            <h2 id="services">Each service and measure</h2>
            {services.map((service) => (
              <ServiceList key={service.service.slug} files={service} />
            ))}
          </section>
        </>
      )}
      <AboutData site={site} />
      {services.length > 0 && <EditionCheck origin={origin} services={services} />}
    </PublicDocument>
  );
}

function ServiceList({ files }: { files: ServiceFiles }) {
  const { service, number, publishedAt, sizes, measures } = files;
  const address = `/scorecards/${service.slug}`;
  return (
    <>
      <h3>
        <a href={address}>{service.name}</a>
      </h3>
      <p>
        Edition {number}, published {formatDate(londonDay(publishedAt))}:{' '}
        <FileLinks base={`${address}/editions/${number}/data`} sizes={sizes} />.{' '}
        <a href={`${address}/editions`}>Earlier editions</a> have the same files beside them.
      </p>
      <details className="figures">
        <summary>
          Its {measures.length} measures one by one<span className="unseen">: {service.name}</span>
        </summary>
        <ul className="data-files">
          {measures.map(({ code, title, sizes: ofMeasure }) => (
            <li key={code}>
              <a href={`/measures/${code}`}>{title}</a>: <FileLinks base={`/measures/${code}/data`} sizes={ofMeasure} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What the files are, how often they change, and under which licence they may be used. */
function AboutData({ site }: { site: Site }) {
  return (
    <section className="part" aria-labelledby="about">
      <h2 id="about">About the data</h2>
      <dl className="meanings">
        <dt>Columns</dt>
        <dd>
          <a href="/data/columns">What each column and marker means</a>. Beside each CSV file stand its types and
          meanings for programs, under its address and <code>-metadata.json</code> (CSV on the Web).
        </dd>
        <dt>How often</dt>
        <dd>
          With each edition; the <a href="/calendar">release calendar</a> says when the next are, and the{' '}
          <a href="/feed.xml">feed</a> tells of each. Addresses stay, and so does every edition.
        </dd>
        <dt>For programs</dt>
        <dd>
          An interface to read with, without a key: <a href="/api/v1">/api/v1</a>, described by{' '}
          <a href="/api/v1/openapi.json">OpenAPI</a>.
        </dd>
        <dt>Licence</dt>
        <dd>{site.licence ?? 'The council has not said yet under which licence its figures may be used.'}</dd>
      </dl>
    </section>
  );
}
