import type { ReactNode } from 'react';
import type { CorrectionsPage, CorrectionView } from '@/db/queries/elsewhere/corrections-page';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';

type Props = {
  page: CorrectionsPage;
  /** The form that corrects the figure that was chosen. */
  form: ReactNode;
  /** The forms of a correction that waits. */
  formsOf: (correction: CorrectionView) => ReactNode;
};

/** What was corrected of a service's figures from elsewhere, what waits for its confirmation, and the form for another one. */
export function Corrections({ page: { chosen, waiting, done }, form, formsOf }: Props) {
  return (
    <>
      {chosen && (
        <section className="small-counts" aria-labelledby="correct-title">
          <h2 id="correct-title">Correct the figure of {chosen.figure}</h2>
          <p>
            It says <b>{chosen.shown}</b>. What was published elsewhere stays in the record beside what you write. The
            head of service or a deputy confirms it; then the next edition shows it, marked [r], and the list of
            corrections says why.
          </p>
          {form}
        </section>
      )}
      {waiting.length > 0 && (
        <section className="small-counts" aria-labelledby="waiting-title">
          <h2 id="waiting-title">{waiting.length === 1 ? 'A correction waits' : 'Corrections wait'}</h2>
          {waiting.map((correction) => (
            <article key={correction.id}>
              <p>
                <Sentence correction={correction} />
              </p>
              {correction.whyNotConfirm && <p>{correction.whyNotConfirm}</p>}
              {formsOf(correction)}
            </article>
          ))}
        </section>
      )}
      {done.length > 0 && (
        <section className="small-counts" aria-labelledby="corrected-title">
          <h2 id="corrected-title">What was corrected</h2>
          <ul className="bullets">
            {done.map((correction) => (
              <li key={correction.id}>
                <Sentence correction={correction} /> {fate(correction)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Sentence({ correction: { figure, was, now, reason, note, by, at } }: { correction: CorrectionView }) {
  return (
    <>
      {figure}: <b>{was}</b> becomes <b>{now}</b> ({reason}). {withoutEnd(note)}.{' '}
      <small>
        {by}, {formatInstant(at)}
      </small>
    </>
  );
}

function fate({ ended }: CorrectionView): string {
  if (!ended) return '';
  const how = ended.how === 'confirmed' ? 'Confirmed' : 'Ended';
  const why = ended.why === null ? '' : `: ${withoutEnd(ended.why)}`;
  return `${how} by ${ended.by} at ${formatInstant(ended.at)}${why}.`;
}
