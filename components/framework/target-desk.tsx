import type { TargetPage } from '@/db/queries/framework/targets';
import type { FormAction } from '@/lib/form/form-state';
import { unitWords } from '@/lib/framework/measure-sentences';
import { polarityWords } from '@/lib/measure/measure';
import { frequencyWords, windowWords } from '@/lib/time/period';
import { FrameworkPage } from './framework-page';
import { TargetForm } from './target-form';
import { TargetRemoval } from './target-removal';

type Props = {
  links: { href: string; text: string }[];
  page: TargetPage;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  steps: { set: FormAction; takeBack: FormAction };
};

/** The targets of a measure, and the form that sets another one. */
export function TargetDesk({ links, page, kept, fresh, steps }: Props) {
  const { service, code, number, title, window, ground, targets, whyNoTarget, closed } = page;
  return (
    <FrameworkPage
      title="Set a target"
      standfirst={title}
      crumbs={[
        { href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` },
        { href: `/settings/measures/${code}`, text: String(number) },
      ]}
      links={links}
      current="/settings/measures"
    >
      <dl className="kept-facts">
        <div>
          <dt>Counts</dt>
          <dd>
            {unitWords(ground.unit)}; {polarityWords[ground.polarity]}
          </dd>
        </div>
        <div>
          <dt>Covers</dt>
          <dd>
            {frequencyWords[ground.frequency]}, {windowWords[window] ?? 'the period itself'}
          </dd>
        </div>
        <div>
          <dt>{targets.length > 1 ? 'Targets' : 'Target now'}</dt>
          <dd>
            {targets.length === 0 && (whyNoTarget ? `None, because ${whyNoTarget}.` : 'None yet.')}
            {targets.map((target) => (
              <div className="kept-line" key={target.from}>
                From {target.month}: {target.rule}
                {target.decision && <small>{target.decision}</small>}
                {!target.use && !closed && (
                  <TargetRemoval
                    code={code}
                    from={target.from}
                    month={target.month}
                    fresh={fresh}
                    step={steps.takeBack}
                  />
                )}
              </div>
            ))}
          </dd>
        </div>
      </dl>
      {closed ? (
        <p className="notice">{closed}</p>
      ) : (
        <TargetForm
          page={page}
          often={frequencyWords[ground.frequency].toLowerCase()}
          kept={kept}
          fresh={fresh}
          step={steps.set}
        />
      )}
    </FrameworkPage>
  );
}
