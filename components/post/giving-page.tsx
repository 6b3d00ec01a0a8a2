import type { GivingPage as Giving } from '@/db/queries/people/giving-page';
import type { FormAction } from '@/lib/form/form-state';
import { capital, numberOf } from '@/lib/text/number-in-words';
import { GiveForm } from './give-form';
import { GivingCheck } from './giving-check';

type Props = {
  page: Giving;
  /** What was chosen, as the address says it. */
  chosen: { from: string | null; to: number | null; service: string | null };
  /** Whether both were chosen and one of them could not be found, or both are the same. */
  isWrong: boolean;
  fresh: string;
  give: FormAction;
};

/** Where measures are given away: whose and to whom, then the measures themselves. */
export function GivingPage({ page, chosen, isWrong, fresh, give }: Props) {
  const { people, ownerless, check } = page;
  const from = check?.from?.name ?? 'nobody';
  return (
    <>
      {isWrong && (
        <div className="error-summary" role="alert">
          <h2>There is a problem</h2>
          <p>Choose whose measures they are, and somebody else to get them.</p>
        </div>
      )}
      <GiveForm people={people} ownerless={ownerless} from={chosen.from} to={chosen.to} service={chosen.service} />
      {chosen.service && (
        <p className="hint">
          Only the measures of one service are shown.{' '}
          <a
            href={`/settings/people/give?${new URLSearchParams({ from: chosen.from ?? '', to: String(chosen.to ?? '') })}`}
          >
            Show those of every service
          </a>
        </p>
      )}
      {check && (
        <section className="ruled" aria-labelledby="check-title">
          <h2 id="check-title">
            {capital(numberOf(check.measures.length, 'measure'))} of {from} to {check.to.name}
          </h2>
          {check.measures.length > 0 && (
            <p>Untick what stays. {check.to.name} enters their figures from now on, and the history tells it.</p>
          )}
          <GivingCheck check={check} fresh={fresh} give={give} />
        </section>
      )}
    </>
  );
}
