import { Shape } from '@/components/sign/sign-shapes';
import { lateBy } from '@/components/text/due-line';
import type { PublishedService } from '@/db/queries/service/published-service';
import { countSentence } from '@/lib/scorecard/count-sentence';
import { formatDate, formatWeekday, londonDay } from '@/lib/time/day';
import { formatInstant } from '@/lib/time/instant';
import { RedsTable } from './reds-table';
import { SinceCommittee } from './since-committee';

/** A service as a councillor reads it: the edition in force, what changed, what is overdue, and every Red with why. */
export function PublishedPage({ page }: { page: PublishedService }) {
  const { head, summary, reds, overdue, since, overdueActions: actions } = page;
  const { slug, name } = head.service;
  return (
    <>
      <header className="page-head standing-head">
        <p className="kicker">
          Edition {head.number}, published {formatDate(londonDay(head.publishedAt))}, in force today
        </p>
        <h1>{name}</h1>
        <p className="lead">{countSentence(summary)}</p>
        <a className="button" href={`/scorecards/${slug}`}>
          Read edition {head.number}
        </a>
      </header>
      {head.service.notice && <p className="notice">{head.service.notice}</p>}
      <div className="work-page">
        <div>
          {since && <SinceCommittee since={since} slug={slug} now={head.number} />}
          <section className="ruled" aria-labelledby="overdue-title">
            <h2 id="overdue-title">Overdue actions</h2>
            {actions.length === 0 && <p>No published action is past its date.</p>}
            <ul className="plain">
              {actions.map(({ text, owner, due, daysLate, measure }) => (
                <li key={`${measure.code} ${text}`}>
                  {text}
                  <small>
                    {owner}, promised for {formatDate(due)}:{' '}
                    <span className="tag needs">
                      <Shape symbol="overdue" /> {lateBy(daysLate)}
                    </span>
                    . <a href={`/measures/${measure.code}`}>Measure {measure.number}</a>
                  </small>
                </li>
              ))}
            </ul>
          </section>
          <section className="ruled" aria-labelledby="late-title">
            <h2 id="late-title">Overdue figures</h2>
            {overdue.length === 0 && <p>No figure is overdue.</p>}
            <ul className="plain">
              {overdue.map(({ code, title, status }) => (
                <li key={code}>
                  <a href={`/measures/${code}`}>{title}</a>
                  <small>{status.sentence}</small>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <Side page={page} />
      </div>
      <RedsTable reds={reds} />
    </>
  );
}

/** Beside it: when the committee meets next, and what may be read before its release. */
function Side({ page: { nextMeeting, early, head } }: { page: PublishedService }) {
  return (
    <aside className="work-side" aria-label="Meeting and early editions">
      <section aria-labelledby="meeting-title">
        <h2 id="meeting-title">Next meeting</h2>
        {nextMeeting ? (
          <p>
            <b>{formatWeekday(nextMeeting.day)}</b>
            <br />
            <a href={`/committees/${nextMeeting.slug}`}>{nextMeeting.name}</a>
          </p>
        ) : (
          <p>No meeting is announced.</p>
        )}
        <p>
          <a href={`/scorecards/${head.service.slug}/editions`}>All editions</a>
        </p>
      </section>
      <section aria-labelledby="early-title">
        <h2 id="early-title">Early editions</h2>
        {early.length === 0 && <p>None is open to you now. When one is, you find it here.</p>}
        <ul className="plain">
          {early.map(({ id, number, dueAt }) => (
            <li key={id}>
              <a href={`/early/${id}`}>Edition {number}</a>
              <small>Not public until {formatInstant(dueAt)}. That you read it is kept in the history.</small>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
