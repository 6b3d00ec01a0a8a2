import { ContactLine } from '@/components/frame/contact-line';
import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import { EmbedCode } from '@/components/open-data/embed-code';
import { GetData } from '@/components/open-data/get-data';
import { measureAlternative } from '@/lib/card/card';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { MeasureView } from '@/lib/edition/measure-view';
import type { Contact } from '@/lib/form/contact-fields';
import type { Term } from '@/lib/glossary/term';
import type { FileSize } from '@/lib/open-data/data-bytes';
import { formatDate, londonDay } from '@/lib/time/period';
import { editionSource } from '@/lib/trend/chart-words';
import { MeasureBody } from './measure-body';

type Props = {
  site: Site;
  head: EditionHead;
  row: FrozenRow;
  /** Who answers questions about the figures. */
  contact?: Contact;
  /** Null for an edition from before measures had pages. */
  view: MeasureView | null;
  /** How large the files of its data are, and the data for catalogues; absent where there are none. */
  data?: { sizes: FileSize[]; dataset: string };
  /** The words that the edition explains. */
  terms?: Term[];
};

/** The page of a measure, from the edition in force. */
export function MeasurePage({ site, head, row, contact, view, data, terms = [] }: Props) {
  const { slug, name, notice } = head.service;
  const published = formatDate(londonDay(head.publishedAt));
  return (
    <PublicDocument
      site={site}
      title={`${row.title}: ${name}`}
      description={view?.sheet.headline ?? `${row.title}, a measure of ${name}.`}
      explorer={view !== null}
      canonical={`/measures/${row.code}`}
      dataset={data?.dataset}
      printed={`/scorecards/${slug}/editions/${head.number}/print.css`}
      card={
        view ? { path: `/measures/${row.code}/card.png`, alternative: measureAlternative(row, view.sheet) } : undefined
      }
    >
      <ServiceCrumbs slug={slug} name={name} />
      <h1 className="measure">{row.title}</h1>
      <p className="as-at">
        Measure {row.number} of <a href={`/scorecards/${slug}#${row.code}`}>{name}</a> · edition {head.number},
        published {published}
      </p>
      {notice && <p className="notice">{notice}</p>}
      {view ? (
        <MeasureBody
          view={view}
          area={site.council}
          source={editionSource(site.council, head)}
          files={data && <GetData base={`/measures/${row.code}/data`} sizes={data.sizes} />}
          embedCode={data && <EmbedCode site={site} row={row} />}
          terms={terms}
        />
      ) : (
        <Older slug={slug} row={row} />
      )}
      {contact && <ContactLine contact={contact} />}
      <nav className="editions" aria-label="More about this measure">
        <ul>
          <li>
            <a href={`/scorecards/${slug}#${row.code}`}>Its place on the scorecard</a>
          </li>
          <li>
            <a href={`/scorecards/${slug}/editions`}>All editions</a>
          </li>
          <li>
            <a href={`/scorecards/${slug}/revisions`}>Corrections</a>
          </li>
          <li>
            <a href="/how-to-read">How to read this page</a>
          </li>
        </ul>
      </nav>
    </PublicDocument>
  );
}

/** What the page of a measure shows whose edition was published before measures had pages. */
function Older({ slug, row }: { slug: string; row: FrozenRow }) {
  return (
    <>
      <p className="standfirst">{row.definition}</p>
      <p className="notice">
        The edition in force was published before measures had pages of their own, so its trend is not here yet: the
        next edition brings it. <a href={`/scorecards/${slug}#${row.code}`}>Read its figures on the scorecard.</a>
      </p>
    </>
  );
}
