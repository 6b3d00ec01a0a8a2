import { StepForm } from '@/components/form/step-form';
import { Prose } from '@/components/text/prose';
import type { ReadingPage } from '@/db/queries/reading/reading-page';
import type { FormAction } from '@/lib/form/form-state';
import { formatInstant } from '@/lib/time/instant';

type Props = { page: ReadingPage; fresh: string; accept: FormAction };

/** Why a reading came back, and the wording that was suggested, which one press takes over. */
export function Returned({ page, fresh, accept }: Props) {
  const { returned, readingId, version, measure, period } = page;
  if (!returned || readingId === null || version === null) return null;
  const hidden = { readingId, version, code: measure.code, periodStart: period.start };
  return (
    <section className="told" aria-labelledby="returned-title">
      <h2 id="returned-title">Returned by {returned.by}</h2>
      <p className="as-at">at {formatInstant(returned.at)}</p>
      <blockquote>
        <Prose text={returned.reason} />
      </blockquote>
      {returned.suggested && (
        <>
          <p>Suggested wording of the comments:</p>
          <blockquote>
            <Prose text={returned.suggested} />
          </blockquote>
          <p>
            If you use these words, {returned.by} is one of the authors, and somebody else has to approve the reading.
          </p>
          <StepForm
            step={accept}
            open
            hidden={hidden}
            fresh={fresh}
            button="Use this wording"
            busy="Taking it over…"
            secondary
          />
        </>
      )}
    </section>
  );
}
