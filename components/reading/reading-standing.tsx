import { StepForm } from '@/components/form/step-form';
import type { ReadingPage } from '@/db/queries/reading/reading-page';
import type { FormAction } from '@/lib/form/form-state';
import type { State } from '@/lib/reading/workflow';
import { RowPreviews } from './public-preview';
import { ReadingAnswers } from './reading-answers';
import { SignedBy } from './signed-by';

type Props = {
  page: ReadingPage;
  today: string;
  fresh: string;
  steps: { withdraw: FormAction; correct: FormAction };
};

const heads: Record<State, string> = {
  draft: 'This is a draft',
  submitted: 'Waiting for approval',
  returned: 'Returned to its owner',
  approved: 'Approved, not yet published',
  published: 'Published',
};

/** How a reading stands that cannot be written now: where it is, what it says, and what may still be done. */
export function ReadingStanding({ page, today, fresh, steps }: Props) {
  const { state, readingId, version, measure, period, submitted, approved } = page;
  if (state === null || readingId === null || version === null)
    return <p className="empty">{page.whyNot ?? 'Nothing has been written here yet.'}</p>;
  const step = {
    hidden: { readingId, version, code: measure.code, periodStart: period.start },
    fresh,
    secondary: true,
  };
  return (
    <>
      <section aria-labelledby="standing-title">
        <h2 id="standing-title">{heads[state]}</h2>
        <SignedBy submitted={submitted} approved={approved} />
        <StepForm
          {...step}
          step={steps.withdraw}
          open={page.steps.includes('withdraw')}
          button="Withdraw it to change something"
          busy="Withdrawing…"
          className="buttons"
        />
        {page.steps.includes('correct') && (
          <p>What is published stands as it is. A correction is a new version with a note that everybody can read.</p>
        )}
        <StepForm
          {...step}
          step={steps.correct}
          open={page.steps.includes('correct')}
          button="Begin a correction"
          busy="Beginning…"
          className="buttons"
        />
        {page.whyNot && <p className="why-not">{page.whyNot}</p>}
        {page.eyesMissing && <p className="why-not">{page.eyesMissing}</p>}
      </section>
      <section aria-labelledby="answers-title">
        <h2 id="answers-title">What it says</h2>
        <ReadingAnswers content={page.content} measure={measure} correction={page.revision > 0} form={null} />
      </section>
      {page.row && (
        <section aria-labelledby="row-title">
          <h2 id="row-title">On the scorecard</h2>
          <RowPreviews row={page.row} publicly={page.publicly} comparisonYear={page.comparisonYear} today={today} />
        </section>
      )}
    </>
  );
}
