import { StepForm } from '@/components/form/step-form';
import { DueLine } from '@/components/text/due-line';
import type { ReadingPage } from '@/db/queries/reading/reading-page';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { isAuthors, problemsOf } from '@/lib/commentary/checking/weigh-findings';
import type { FormAction } from '@/lib/form/form-state';
import { lacksOf } from '@/lib/reading/content-entry';
import { RowPreviews } from './public-preview';
import { ReadingAnswers } from './reading-answers';

type Props = { page: ReadingPage; today: string; fresh: string; submit: FormAction };

/** The answers once more, each with a way back, and the row as councillors would see it; then it is submitted. */
export function CheckAndSubmit({ page, today, fresh, submit }: Props) {
  const { measure, period, readingId, version, content, service } = page;
  const form = `/readings/${measure.code}/${period.start}`;
  const correction = page.revision > 0;
  const findings = checkReading(page.checks.text, page.checks).filter(isAuthors);
  const lacks = [
    ...lacksOf(content, { measure, usual: page.usual, correction, today }),
    ...problemsOf(findings, content.kept ?? []),
  ];
  const ready = page.steps.includes('submit') && lacks.length === 0;
  return (
    <>
      <header className="page-head">
        <p className="kicker">
          {service.name}, measure {measure.number}: {measure.title}
        </p>
        <h1>Check your answers</h1>
        <DueLine {...period} />
      </header>
      {lacks.length > 0 && (
        <div className="error-summary">
          <h2>Before you can submit</h2>
          <ul>
            {lacks.map(({ field, sentence }) => (
              <li key={sentence}>
                <a href={`${form}#${field}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <section aria-labelledby="answers-title">
        <h2 id="answers-title">Your answers</h2>
        <ReadingAnswers content={content} measure={measure} correction={correction} form={form} />
      </section>
      {page.row && (
        <section aria-labelledby="row-title">
          <h2 id="row-title">On the scorecard</h2>
          <RowPreviews row={page.row} publicly={page.publicly} comparisonYear={page.comparisonYear} today={today} />
        </section>
      )}
      <section aria-labelledby="submit-title">
        <h2 id="submit-title">Submit it</h2>
        <p>
          {ready
            ? 'The head of service reads it next, and approves it or returns it to you. You can withdraw it until then.'
            : (page.whyNot ?? 'It can be submitted once what is named at the top is there.')}
        </p>
        <StepForm
          step={submit}
          open={ready}
          hidden={{ readingId: readingId ?? 0, version: version ?? 0, code: measure.code, periodStart: period.start }}
          fresh={fresh}
          button="Submit for approval"
          busy="Submitting…"
          className="buttons"
        />
        <p className="after">
          <a href={form}>Back to the form</a>
        </p>
      </section>
    </>
  );
}
