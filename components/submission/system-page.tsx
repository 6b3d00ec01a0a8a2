import { StepForm } from '@/components/form/step-form';
import { Link } from '@/components/frame/link';
import type { SystemPage } from '@/db/queries/submission/systems';
import type { FormAction } from '@/lib/form/form-state';
import { systemStates } from '@/lib/submission/system-words';
import { tokenPrefix } from '@/lib/submission/token-header';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { ScopeForm } from './scope-form';

type Props = { page: SystemPage; fresh: string; scope: FormAction; end: FormAction };

/** One system: who answers for it and until when, what it may send, and how its token is revoked. */
export function SystemBody({ page: { system, sends, services }, fresh, scope, end }: Props) {
  const { id, name, tokenStart, responsible, madeBy, madeAt, untilDay, usedAt, state } = system;
  const isOpen = state === 'works' || state === 'no_token';
  return (
    <>
      <dl className="kept-facts">
        <Fact term="Now" words={systemStates[state]} />
        <Fact term="Token" words={`${tokenPrefix}${tokenStart}…`} />
        <Fact term="Answers for it" words={responsible} />
        <Fact term="Made" words={`By ${madeBy}, ${formatInstant(madeAt)}`} />
        <Fact term="Until" words={formatDate(untilDay)} />
        <Fact term="Last used" words={usedAt ? formatInstant(usedAt) : 'Never'} />
      </dl>
      {isOpen ? (
        <>
          <section className="ruled" aria-labelledby="scope-title">
            <h2 id="scope-title">What it may send</h2>
            <ScopeForm id={id} sends={sends} services={services} fresh={fresh} scope={scope} />
          </section>
          <section className="ruled" aria-labelledby="end-title">
            <h2 id="end-title">Revoke the token</h2>
            <p>{name} can send nothing from that moment on. What it sent before stays.</p>
            <StepForm
              step={end}
              open
              hidden={{ id }}
              fresh={`${fresh}-end`}
              button="Revoke it"
              busy="Revoking…"
              danger
            />
          </section>
        </>
      ) : (
        <p>
          It could send the readings of {sends.join(', ')}. A token that is over is never opened again:{' '}
          <Link href="/settings/systems/new">make a new one</Link>.
        </p>
      )}
      <p className="after">
        <Link href="/settings/systems">All sending systems</Link>
      </p>
    </>
  );
}

function Fact({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  );
}
