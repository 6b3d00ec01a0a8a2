import type { ReactNode } from 'react';
import type { Keeping } from '@/components/form/typing-keeper';
import { DueLine } from '@/components/text/due-line';
import type { ReadingPage } from '@/db/queries/reading/reading-page';
import { pick } from '@/lib/collection/pick';
import type { FormAction } from '@/lib/form/form-state';
import { formatDate, londonDay } from '@/lib/time/day';
import { name } from '@/lib/time/period';
import { PreviousPeriod } from './previous-period';
import { ReadingForm } from './reading-form';
import { ReadingStanding } from './reading-standing';
import { Returned } from './returned';

type ReadingSteps = { save: FormAction; accept: FormAction; withdraw: FormAction; correct: FormAction };

type Props = {
  page: ReadingPage;
  today: string;
  typed: Record<string, string>;
  fresh: string;
  steps: ReadingSteps;
  saved: boolean;
  /** The note about unsaved typing, above the form. */
  unsaved?: ReactNode;
  keeping?: Keeping;
};

/** The page of one reading: its form for a person who may write it, for others its content and state. */
export function ReadingDesk({ page, today, typed, fresh, steps, saved, unsaved, keeping }: Props) {
  const { measure, period, service } = page;
  const open = page.steps.includes('save');
  return (
    <>
      <header className="page-head">
        <p className="kicker">
          {service.name}, measure {measure.number}
        </p>
        <h1>{taskOf(page, open)}</h1>
        <p className="task-of">{measure.title}</p>
        <DueLine {...period} daysLate={open && !page.published ? period.daysLate : 0} />
        <p className="definition">{measure.definition}</p>
      </header>
      {saved && (
        <p className="done" role="status">
          Your draft is saved. Nobody else has it until you submit it.
        </p>
      )}
      {open && unsaved}
      {open && page.returned && <Returned page={page} fresh={fresh} accept={steps.accept} />}
      {open && page.eyesMissing && <p className="notice">{page.eyesMissing}</p>}
      {open && page.sentBy && (
        <p className="told">
          {page.sentBy} entered what stands here. Check it, add what is missing, and submit it: it is your reading.
        </p>
      )}
      {open && page.published && (
        <p className="told">
          This is a correction. The published figure is {page.published.figure} and stands until the correction is
          approved and published.
        </p>
      )}
      {open && page.previous && (
        <p className="to-previous">
          <a href="#previous">
            {page.previous.label}: {page.previous.figure}, with its words
          </a>
        </p>
      )}
      <div className={open ? 'desk' : undefined}>
        <ReadingForm
          open={open}
          page={formPage(page)}
          typed={typed}
          fresh={fresh}
          save={steps.save}
          keeping={keeping}
        />
        {open && <PreviousPeriod page={page} />}
      </div>
      {!open && <ReadingStanding page={page} today={today} fresh={fresh} steps={steps} />}
      <p className="after">
        <a href={`/measures/${measure.code}/working`}>The whole measure, with what is not published</a>
        {page.readingId !== null && (
          <>
            {' · '}
            <a href={`/readings/${measure.code}/${period.start}/history`}>History of this reading</a>
          </>
        )}
      </p>
    </>
  );
}

/** What there is to do here, in a few words: 'Enter July 2018', 'Correct July 2018'; where nothing is, the period alone. */
function taskOf({ measure, period, published }: ReadingPage, open: boolean): string {
  const when = name({ frequency: measure.frequency, start: period.start });
  if (!open) return `${when.charAt(0).toUpperCase()}${when.slice(1)}`;
  return `${published ? 'Correct' : 'Enter'} ${when}`;
}

/** No more than the form needs, because all of it is sent to the browser. */
function formPage(page: ReadingPage) {
  const { published, period } = page;
  const stands = published && { figure: published.figure, day: formatDate(londonDay(published.at)) };
  const shown = pick(page, [
    'measure',
    'version',
    'target',
    'whyNoTarget',
    'usual',
    'openActions',
    'checks',
    'keptBefore',
  ]);
  return { ...shown, published: stands, periodStart: period.start };
}
