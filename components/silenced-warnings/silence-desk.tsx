import { StepForm } from '@/components/form/step-form';
import type { KeptSilence } from '@/db/queries/framework/silenced-warnings';
import { ruleWords } from '@/lib/commentary/checking/rule-words';
import type { FormAction } from '@/lib/form/form-state';
import { SilenceForm } from './silence-form';

type Props = { silence: KeptSilence; fresh: () => string; silenceCheck: FormAction; hearCheck: FormAction };

/** Each kind of warning about words, with whether a service is shown it, and the way to change that. */
export function SilenceDesk({ silence: { slug, checks }, fresh, silenceCheck, hearCheck }: Props) {
  return (
    <dl className="kept-facts">
      {checks.map(({ rule, reason }) => (
        <div key={rule}>
          <dt>Warnings about {ruleWords[rule]}</dt>
          <dd>
            {reason === null ? (
              <>
                Shown to this service.
                <SilenceForm rule={rule} slug={slug} fresh={fresh()} step={silenceCheck} />
              </>
            ) : (
              <>
                Not shown: {reason}
                <StepForm
                  step={hearCheck}
                  open
                  hidden={{ slug, rule }}
                  fresh={fresh()}
                  button="Show them again"
                  busy="Saving…"
                  secondary
                />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
