import { StepForm } from '@/components/form/step-form';
import { HistoryList } from '@/components/history/history-list';
import { PublicPreview } from '@/components/reading/public-preview';
import { ReadingPreview } from '@/components/reading/reading-preview';
import { SignedBy } from '@/components/reading/signed-by';
import { DueLine } from '@/components/text/due-line';
import type { ReviewPage } from '@/db/queries/review/review-page';
import type { FormAction } from '@/lib/form/form-state';
import { revisionWords } from '@/lib/reading/revision-reasons';
import { DifferenceList } from './difference-list';
import { JudgeForm } from './judge-form';
import { ReturnForm } from './return-form';
import { ReviewFindings } from './review-findings';

type Props = {
  page: ReviewPage;
  today: string;
  fresh: string;
  approve: FormAction;
  judge: FormAction;
  returnToOwner: FormAction;
};

/** One reading as its reviewer sees it: the row as it will appear, what changed, what happened, and the two answers. */
export function ReviewBody({ page, today, fresh, approve, judge, returnToOwner }: Props) {
  const { title, service, period, submitted, approved, content, steps } = page;
  const { changedSinceLastVersion, changedSincePreviousPeriod, changedSincePublished } = page;
  const formProps = { hidden: { readingId: page.readingId, version: page.version }, fresh };
  return (
    <>
      <header className="page-head">
        <p className="kicker">
          {service.name}, measure {page.row.number}
          {page.revision > 0 && ', a correction'}
        </p>
        <h1>{title}</h1>
        <DueLine {...period} />
        <SignedBy submitted={submitted} approved={approved} />
        {page.deputy && <p className="told">{page.deputy}</p>}
      </header>
      <section aria-labelledby="row-title">
        <h2 id="row-title">As it will appear</h2>
        {page.rowNote && <p className="notice">{page.rowNote}</p>}
        <ReadingPreview row={page.row} comparisonYear={page.comparisonYear} today={today} caption={period.range} />
        <ReviewFindings {...page.findings} />
        <PublicPreview publicly={page.publicly} comparisonYear={page.comparisonYear} today={today} />
        {content.unusual && (
          <p className="told">
            {page.unusual} The owner says: {content.unusual}
          </p>
        )}
        {content.completed.length > 0 && (
          <p className="told">
            Earlier actions told to be done: {content.completed.map(({ text }) => text).join('; ')}
          </p>
        )}
        {content.publicNote && (
          <p className="told">
            Public note{content.revisionReason && ` (${revisionWords[content.revisionReason].publicName})`}:{' '}
            {content.publicNote}
          </p>
        )}
      </section>
      <section aria-labelledby="changes-title">
        <h2 id="changes-title">What changed</h2>
        <DifferenceList heading="Since the version before" was="Before" differences={changedSinceLastVersion} />
        {changedSincePublished && (
          <DifferenceList
            heading="Against what is published"
            was="Published"
            differences={changedSincePublished.differences}
          />
        )}
        {changedSincePreviousPeriod ? (
          <DifferenceList
            heading={`Since ${changedSincePreviousPeriod.label}`}
            was={changedSincePreviousPeriod.label}
            differences={changedSincePreviousPeriod.differences}
            none="Nothing: the figure and the words are the same."
          />
        ) : (
          <p>There is no earlier period to compare it with.</p>
        )}
      </section>
      <section aria-labelledby="answer-title">
        <h2 id="answer-title">Your answer</h2>
        {page.whyNot && <p className="why-not">{page.whyNot}</p>}
        {page.eyesMissing && <p className="why-not">{page.eyesMissing}</p>}
        <StepForm
          {...formProps}
          step={approve}
          open={steps.includes('approve')}
          button="Approve"
          busy="Approving…"
          className="approve"
        />
        <JudgeForm {...formProps} step={judge} judging={page.judging} />
        <ReturnForm {...formProps} step={returnToOwner} open={steps.includes('return')} comments={content.comments} />
      </section>
      <section aria-labelledby="history-title">
        <h2 id="history-title">What happened</h2>
        <HistoryList lines={page.history} />
        <p className="after">
          <a href={`/measures/${page.code}/working`}>The whole measure, with what is not published</a>
        </p>
      </section>
    </>
  );
}
