'use client';

import { Shape } from '@/components/sign/sign-shapes';
import type { TargetPage } from '@/db/queries/framework/targets';
import type { FormAction } from '@/lib/form/form-state';
import { AreaField, LineField, RadioField } from './framework-fields';
import { FrameworkForm } from './framework-form';

type Props = {
  page: TargetPage;
  /** How often there is a figure, inside a sentence: 'monthly'. */
  often: string;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** A colour with its sign, and which figures have it. */
function Aim({ colour, words }: { colour: 'green' | 'amber'; words: string }) {
  return (
    <>
      <span className={`aim ${colour}`}>
        <Shape symbol={colour} />
      </span>{' '}
      {words}
    </>
  );
}

const laterHint =
  'A profile, decided together: a line for each later step, such as “October 2018: 110” or “October 2018: 110, amber 100”. If between: “October 2018: 30 to 40”.';

/** What a figure should be from a period on, why, and who decided it. */
export function TargetForm({ page, often, kept, fresh, step }: Props) {
  const { code, ground, was, targets } = page;
  const shapes = [
    { value: 'at_least', text: 'at least', for: ['higher'] },
    { value: 'at_most', text: 'at most', for: ['lower'] },
    { value: 'between', text: 'between', for: ['higher', 'lower', 'nearest'] },
    { value: 'none', text: 'watched, no target', for: ['higher', 'lower', 'nearest', 'none'] },
  ].filter((shape) => shape.for.includes(ground.polarity));
  const isFirst = targets.length === 0;
  const side = ground.polarity === 'lower' ? 'up to; if between, from' : 'from';
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? { shape: shapes[0]?.value ?? 'none' }}
      hidden={{ code, was: JSON.stringify(was) }}
      fresh={fresh}
      save="Check and save"
      back={{ href: `/settings/measures/${code}`, text: 'Leave it as it is' }}
    >
      {(state) => (
        <>
          <RadioField state={state} name="shape" label="The figure should be" choices={shapes} beside />
          <fieldset className="if-target">
            <legend>If there is a target</legend>
            <div className="pair">
              <LineField
                state={state}
                name="greenFrom"
                label={<Aim colour="green" words={`Green ${side}`} />}
                look="short"
              />
              <LineField
                state={state}
                name="amberFrom"
                label={<Aim colour="amber" words={`Amber ${side} (optional)`} />}
                look="short"
              />
            </div>
            <div className="pair if-between">
              <LineField
                state={state}
                name="greenTo"
                label={<Aim colour="green" words="If between: green up to" />}
                look="short"
              />
              <LineField
                state={state}
                name="amberTo"
                label={<Aim colour="amber" words="If between: amber up to (optional)" />}
                look="short"
              />
            </div>
            <LineField
              state={state}
              name="tolerance"
              label="Or a tolerance instead of amber (optional)"
              hint="Such as “within 5%” or “within 2 points”. The words are kept, and the amber figure is worked out of them."
              look="date"
            />
          </fieldset>
          <fieldset className="if-none">
            <legend>If there is no target</legend>
            <LineField state={state} name="whyNone" label="Why not?" hint="Completes “No target is set, because …”" />
          </fieldset>
          <LineField
            state={state}
            name="from"
            label="From which month?"
            hint={`The first month of a period, such as April 2026 (${often}). Earlier figures keep the target that they had.`}
            look="date"
          />
          <div className="if-target">
            <AreaField
              state={state}
              name="later"
              label="Does it change over the year? (optional)"
              hint={laterHint}
              rows={3}
            />
          </div>
          <AreaField
            state={state}
            name="reason"
            label={isFirst ? 'Why this target? (optional for the first one)' : 'Why does it change?'}
            hint="The public reads this beside the target"
          />
          <div className="pair">
            <LineField state={state} name="decidedBy" label="Who decided?" />
            <LineField state={state} name="decidedOn" label="On which day?" look="date" />
          </div>
        </>
      )}
    </FrameworkForm>
  );
}
