import type { ReactNode } from 'react';
import { SummaryList } from '@/components/text/summary-list';
import type { HistoryBatch, HistoryPage } from '@/db/queries/elsewhere/history-elsewhere-page';
import { historyElsewhereHref } from '@/lib/elsewhere/confirming-history';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { FiguresTable } from './figures-table';

type Props = {
  page: HistoryPage;
  /** What was just done, as a sentence; null for nothing. */
  done: string | null;
  /** The forms by which they are confirmed or thrown away; nothing where this person can do neither. */
  children: ReactNode;
  /** The corrections of its figures, with their forms. */
  corrections: ReactNode;
  /** Whether this person may correct a figure that is confirmed. */
  mayCorrect: boolean;
};

/** What was published elsewhere and came in for a service: where, when, who brought it, every figure, and what became of it. */
export function HistoryPageView({ page, done, children, corrections, mayCorrect }: Props) {
  const { service, shown, others } = page;
  return (
    <>
      <header className="page-head">
        <p className="kicker">
          <a href={`/services/${service.slug}`}>{service.name}</a>
        </p>
        <h1>Figures published elsewhere</h1>
        {shown && <p className="lead">{standing(shown, page)}</p>}
      </header>
      {done && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      {shown ? (
        <Shown page={page} shown={shown} mayCorrect={mayCorrect}>
          {children}
        </Shown>
      ) : (
        <p>No figures that were published elsewhere have come in for this service.</p>
      )}
      {corrections}
      {others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title">What else came in</h2>
          <ul className="bullets">
            {others.map((batch) => (
              <li key={batch.id}>
                <a href={`${historyElsewhereHref(service.slug)}?batch=${batch.id}`}>
                  {batch.size}, {batch.where}, {formatDate(batch.on)}
                </a>
                : {fate(batch)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type ShownProps = { page: HistoryPage; shown: HistoryBatch; mayCorrect: boolean };

function Shown({ page, shown, mayCorrect, children }: ShownProps & { children: ReactNode }) {
  const isThrownAway = shown.ended?.how === 'discarded';
  return (
    <>
      {!shown.ended && (
        <p className="told">
          Once confirmed they are shown as history, each marked with where and when it was published. A figure that is
          wrong is best mended before that, in the file that brought it: afterwards the public reads each correction.
        </p>
      )}
      <SummaryList
        answers={[
          { term: 'Published in', answer: shown.where },
          { term: 'Published on', answer: formatDate(shown.on) },
          { term: 'Brought in by', answer: `${shown.by} at ${formatInstant(shown.at)}` },
          { term: 'File', answer: shown.file ? <FileName file={shown.file} /> : 'None: a command brought them in' },
        ]}
      />
      {isThrownAway ? <p>{fate(shown)}</p> : <Figures page={page} shown={shown} mayCorrect={mayCorrect} />}
      {children}
    </>
  );
}

function FileName({ file: { name, hash } }: { file: { name: string; hash: string } }) {
  return (
    <>
      {name} <small className="hash">SHA-256 {hash.slice(0, 16)}…</small>
    </>
  );
}

function Figures({ page: { measures, page, pages, service }, shown, mayCorrect }: ShownProps) {
  const hasParts = measures.some(({ figures }) => figures.some(({ parts }) => parts !== null));
  const address = `${historyElsewhereHref(service.slug)}?batch=${shown.id}&page=${page}`;
  return (
    <section className="elsewhere-figures" aria-labelledby="figures-title">
      <h2 id="figures-title">The figures</h2>
      {measures.map((measure) => (
        <FiguresTable
          key={measure.number}
          measure={measure}
          hasParts={hasParts}
          correct={
            mayCorrect && shown.ended?.how === 'confirmed'
              ? (start) => `${address}&correct=${encodeURIComponent(`${measure.code} ${start}`)}#correct-title`
              : null
          }
        />
      ))}
      {pages > 1 && (
        <nav aria-label="Pages of measures">
          <p>
            Page {page} of {pages}.{' '}
            {page > 1 && (
              <a href={`${historyElsewhereHref(service.slug)}?batch=${shown.id}&page=${page - 1}`}>Earlier measures</a>
            )}{' '}
            {page < pages && (
              <a href={`${historyElsewhereHref(service.slug)}?batch=${shown.id}&page=${page + 1}`}>Later measures</a>
            )}
          </p>
        </nav>
      )}
    </section>
  );
}

/** How things stand, at the head of the page. */
function standing(shown: HistoryBatch, { whyNotConfirm, eyesMissing }: HistoryPage): string {
  const { size } = shown;
  if (shown.ended) return `${size}. ${fate(shown)}`;
  if (eyesMissing) return `${size} wait. ${eyesMissing}`;
  return whyNotConfirm ? `${size} wait for the head of service.` : `${size} wait for your confirmation.`;
}

/** What became of a batch, as a sentence. */
function fate({ ended }: HistoryBatch): string {
  if (!ended) return 'They wait for the head of service.';
  const on = formatInstant(ended.at);
  if (ended.how === 'confirmed') return `Confirmed by ${ended.by}${ended.for ? ` for ${ended.for}` : ''} at ${on}.`;
  return `Thrown away by ${ended.by} at ${on}: ${withoutEnd(ended.reason ?? 'no reason')}.`;
}
