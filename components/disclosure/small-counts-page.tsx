import type { ReactNode } from 'react';
import type { DecidedMeasure, ExceptionView, SmallCountsPage } from '@/db/queries/disclosure/small-counts-page';
import { decidedSentence, policyWords } from '@/lib/disclosure/policy-words';
import { measureDecisionHref, serviceDecisionHref } from '@/lib/disclosure/small-counts-address';
import { capital, numberOf } from '@/lib/text/number-in-words';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';

type Props = {
  page: SmallCountsPage;
  /** What was just done, as a sentence; null for nothing. */
  done: string | null;
  /** The forms of an exception that waits or stands. */
  formsOf: (exception: ExceptionView) => ReactNode;
  /** The form that asks for another one; null where this person can ask for none. */
  ask: ReactNode;
};

/** What is decided on the small counts of a service, and which of its small figures are shown all the same. */
export function SmallCountsPageView({ page, done, formsOf, ask }: Props) {
  const { service, measures, waiting, standing, ended } = page;
  return (
    <>
      <header className="page-head">
        <p className="kicker">
          <a href={`/services/${service.slug}`}>{service.name}</a>
        </p>
        <h1>Small counts of people</h1>
        <p className="lead">{summary(page)}</p>
      </header>
      {done && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <section className="small-counts" aria-labelledby="decided-title">
        <h2 id="decided-title">What is decided</h2>
        {page.decides && (
          <p>
            <a href={serviceDecisionHref(service.slug)}>Decide for every measure without a decision of its own</a>
          </p>
        )}
        {measures.length > 0 && <Decisions measures={measures} decides={page.decides} />}
      </section>
      <section className="small-counts" aria-labelledby="shown-title">
        <h2 id="shown-title">Figures shown all the same</h2>
        <p>
          One figure can be shown in spite of its decision, for a reason that a second person confirms. The public reads
          how many are.
        </p>
        <Exceptions title="Waiting" exceptions={waiting} formsOf={formsOf} />
        <Exceptions title="Shown" exceptions={standing} formsOf={formsOf} />
        {waiting.length + standing.length === 0 && <p>None is, and nobody has asked.</p>}
        <Exceptions title="Ended" exceptions={ended} formsOf={() => null} />
      </section>
      {ask && (
        <section className="small-counts" aria-labelledby="ask-title">
          <h2 id="ask-title">Ask for a figure to be shown</h2>
          {ask}
        </section>
      )}
    </>
  );
}

function Decisions({ measures, decides }: { measures: DecidedMeasure[]; decides: boolean }) {
  return (
    <table className="kept-list facts-alone">
      <caption className="unseen">Measures that count people</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Small counts</th>
          <th scope="col">Decision</th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ number, code, title, policy, from }) => (
          <tr key={code} id={`measure-${number}`}>
            <th scope="row">
              {number}. {title}
            </th>
            <td data-label="Small counts">
              {policy ? capital(policyWords(policy)) : <b className="wanting">Not decided</b>}
              {from === 'service' && <small>by the default of the service</small>}
            </td>
            <td data-label="Decision">
              {policy ? decidedSentence(policy) : 'No edition goes out until somebody decides.'}
              {decides && (
                <a href={measureDecisionHref(code)}>
                  Decide<span className="unseen"> on measure {number}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ListProps = { title: string; exceptions: ExceptionView[]; formsOf: Props['formsOf'] };

function Exceptions({ title, exceptions, formsOf }: ListProps) {
  if (exceptions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="exceptions">
        {exceptions.map((exception) => (
          <li key={exception.id}>
            <b>{exception.figure}</b>
            <p>“{exception.reason}”</p>
            <p className="hint">{fate(exception)}</p>
            {exception.eyesMissing && <p>{exception.eyesMissing}</p>}
            {formsOf(exception)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who asked, who confirmed and who ended it, as sentences. */
function fate({ askedBy, askedAt, confirmed, ended }: ExceptionView): string {
  const begun = `Asked for by ${askedBy} at ${formatInstant(askedAt)}.`;
  const shown = confirmed
    ? ` Confirmed by ${confirmed.by}${confirmed.for ? ` for ${confirmed.for}` : ''} at ${formatInstant(confirmed.at)}.`
    : '';
  if (!ended) return `${begun}${shown || ' It stays hidden until the head of service or a deputy confirms it.'}`;
  const how = ended.how === 'refused' ? 'Refused' : confirmed ? 'Hidden again' : 'Withdrawn';
  return `${begun}${shown} ${how} by ${ended.by} at ${formatInstant(ended.at)}: ${withoutEnd(ended.reason)}.`;
}

/** How many measures count people, and whether all of them are decided on. */
function summary({ measures, others }: SmallCountsPage): string {
  if (measures.length === 0) return 'No measure of this service counts people, so none of its figures is hidden.';
  const undecided = measures.filter(({ wanting }) => wanting).length;
  const many = `${capital(numberOf(measures.length, 'measure'))} ${measures.length === 1 ? 'counts' : 'count'} people`;
  const rest = others > 0 ? `, and ${numberOf(others, 'other')} ${others === 1 ? 'does' : 'do'} not` : '';
  if (undecided === 0) return `${many}${rest}. All of them are decided on.`;
  return `${many}${rest}. ${capital(numberOf(undecided, 'measure'))} ${undecided === 1 ? 'waits' : 'wait'} for a decision: no edition goes out before.`;
}
