import { ContactLine } from '@/components/frame/contact-line';
import { PublicDocument, type Site } from '@/components/frame/public-document';
import { GetData } from '@/components/open-data/get-data';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { Legend } from '@/components/sign/sign-meanings';
import { SignalLegend } from '@/components/sign/signal-legend';
import { SignalSprite } from '@/components/sign/signal-sprite';
import type { PublishedRevision } from '@/db/queries/published/editions';
import type { Latest } from '@/db/queries/published/in-force';
import { scorecardAlternative } from '@/lib/card/card';
import { firstUses } from '@/lib/commentary/expand-terms';
import { keptBackIn } from '@/lib/edition/frozen-figures';
import { isElsewhereNote } from '@/lib/elsewhere/elsewhere-words';
import type { Contact } from '@/lib/form/contact-fields';
import type { Term } from '@/lib/glossary/term';
import type { FileSize } from '@/lib/open-data/data-bytes';
import type { PaperKind } from '@/lib/paper/paper-kinds';
import { countSentence } from '@/lib/scorecard/count-sentence';
import { hereWords, type Scorecard } from '@/lib/scorecard/scorecard';
import { scorecardHeadline } from '@/lib/scorecard/scorecard-headline';
import { type Order, type Show, usualView } from '@/lib/scorecard/scorecard-view';
import { headlineNumber } from '@/lib/text/number-in-words';
import { formatDate, londonDay } from '@/lib/time/period';
import { Counts } from './counts';
import { EditionNav, LaterEdition } from './edition-nav';
import { redWords } from './red-table';
import { redRows, ScorecardSummary } from './scorecard-summary';
import { ScorecardTable } from './scorecard-table';
import { ViewLinks, viewAddress } from './view-links';

/** What a view shows of the measures, as its caption says it, and why it is empty. */
const showing: Record<Show, [which: string, nothing: string]> = {
  all: ['', 'This edition has no measures.'],
  red: [' that are Red', 'No measure is Red.'],
  amber: [' that are Amber', 'No measure is Amber.'],
  green: [' that are Green', 'No measure is Green.'],
  none: [' without colour', 'Every measure has a colour.'],
  worsening: [' that are worsening', 'No measure is worsening.'],
  improving: [' that are improving', 'No measure is improving.'],
  overdue: [' that are overdue', 'Nothing is overdue.'],
};
const ordering: Record<Order, string> = {
  report: 'in report order',
  exceptions: 'exceptions first',
  title: 'by title',
  direction: 'by direction of travel',
};

type Props = {
  site: Site;
  scorecard: Scorecard;
  /** Who answers questions about the figures. */
  contact?: Contact;
  /** The page's own path without a query. */
  address: string;
  latest: Latest | null;
  /** What later editions corrected of the figures that this one shows. */
  corrected: PublishedRevision[];
  /** Whether the service has measures that were retired. */
  hasRetired?: boolean;
  /** How large the files of the edition's data are. */
  sizes?: FileSize[];
  /** The sizes of the committee papers that have been made, in bytes. */
  papers?: Partial<Record<PaperKind, number>>;
  /** The words that the edition explains. */
  terms?: Term[];
};

/** The scorecard of a service at a date. */
export function ScorecardPage(props: Props) {
  const { site, scorecard, contact, address, latest, corrected } = props;
  const { hasRetired = false, sizes, papers = {}, terms = [] } = props;
  const { head, date, rows, all, view } = scorecard;
  const { slug, name, notice } = head.service;
  const permanent = `/scorecards/${slug}/editions/${head.number}`;
  const day = formatDate(date);
  const description = `${name} at ${day}. ${countSentence(scorecard.summary)}`;
  const either = view.show === 'red' && rows.some(({ rag }) => rag.judged) ? ', by the rule or as judged' : '';
  const theme = view.theme ? ` in ${view.theme}` : '';
  const which =
    rows.length === all.length && view.show === 'all'
      ? `all ${all.length} measures`
      : `the ${rows.length} of ${all.length} measures${theme}${showing[view.show][0]}${either}`;
  const inRed = firstUses(redRows(scorecard).flatMap(redWords), terms).flat();
  return (
    <PublicDocument
      site={site}
      title={`${name}: performance at ${day}`}
      description={description}
      canonical={address}
      card={{ path: `${permanent}/card.png`, alternative: scorecardAlternative(head, all) }}
      printed={`${permanent}/print.css`}
    >
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/">All services</a>
      </nav>
      <div className="verdict-head">
        <div>
          <p className="kicker">{name}</p>
          <h1>{scorecardHeadline(scorecard.summary)}</h1>
          <p className="as-at">
            At <b>{day}</b> · edition {head.number}, published {formatDate(londonDay(head.publishedAt))}, by{' '}
            {head.publisher}
          </p>
        </div>
        <Counts summary={scorecard.summary} address={(show) => `${viewAddress('', { ...usualView, show })}#measures`} />
      </div>
      {[notice, head.note].map(
        (text) =>
          text && (
            <p key={text} className="notice">
              {text}
            </p>
          ),
      )}
      <LaterEdition head={head} latest={latest} />
      <HiddenLegend {...keptBackIn(all)} />
      <ScorecardSummary scorecard={scorecard} address={address} terms={terms} />
      <section id="measures" aria-labelledby="measures-title">
        <h2 id="measures-title">
          {all.length === 1 ? 'The one measure' : `All ${headlineNumber(all.length)} measures`}
        </h2>
        <ViewLinks view={view} address={address} all={all} />
        <details className="how">
          <summary>How to read the colours, arrows and marks</summary>
          <Legend
            judged={scorecard.summary.judged !== undefined}
            hidden={keptBackIn(scorecard.all).hidden}
            elsewhere={scorecard.all.some(({ notes }) => notes.some(isElsewhereNote))}
          />
          {view.signals && <SignalLegend />}
        </details>
        {view.signals && <SignalSprite />}
        {rows.length > 0 ? (
          <ScorecardTable
            scorecard={scorecard}
            caption={`${name} at ${day}: ${which}, ${ordering[view.order]}`}
            corrected={corrected}
            terms={terms.filter((term) => !inRed.includes(term))}
            sorts
          />
        ) : (
          <p className="empty">
            {showing[view.show][1]} {view.show === 'overdue' && `${hereWords(all)} `}
            {view.show !== 'all' && <a href={`${address}#measures`}>See all {all.length} measures</a>}
          </p>
        )}
        {sizes && <GetData base={`${permanent}/data`} sizes={sizes} />}
      </section>
      {contact && <ContactLine contact={contact} />}
      <EditionNav head={head} date={date} latest={latest} hasRetired={hasRetired} papers={papers} />
      <p className="seal">
        Fingerprint of this edition (SHA-256): <a href={`${permanent}/canonical.json`}>{head.sha256}</a>{' '}
        <a href="/data#check">Check it</a>
      </p>
    </PublicDocument>
  );
}
