import type { ReactNode } from 'react';
import { Link } from '@/components/frame/link';
import type { KeptMeasure } from '@/db/queries/framework/measure';
import type { NextMeasure } from '@/db/queries/framework/next-measure';
import { smallCountsSentence } from '@/lib/disclosure/policy-words';
import { measureDecisionHref } from '@/lib/disclosure/small-counts-address';
import type { FormAction } from '@/lib/form/form-state';
import { firstFigureSentence, measureSentence, sumSentence } from '@/lib/framework/measure-sentences';
import { listed } from '@/lib/text/number-in-words';
import { withoutEnd } from '@/lib/text/sentence-end';
import { FrameworkPage } from './framework-page';
import { measureDone } from './measure-done';
import { MeasureStepForms, TakeRetirementBackForm } from './measure-steps';

export type MeasureSteps = Record<'mend' | 'redefine' | 'breakAt' | 'takeBack' | 'retire' | 'bringBack', FormAction>;

type Props = {
  links: { href: string; text: string }[];
  measure: KeptMeasure;
  /** What was just done. */
  done: string | null;
  /** The next measure that lacks what this one was just given. */
  next: NextMeasure | null;
  fresh: string;
  steps: MeasureSteps;
};

/** A measure as a performance officer keeps it: what stands, and each way to change it. */
export function MeasureKept({ links, measure, done, next, fresh, steps }: Props) {
  const { draft, service, announced, retired, owner, namesPosts, targets, outturns, comparators } = measure;
  const address = `/settings/measures/${draft.code}`;
  const isOpen = !announced && !retired;
  return (
    <FrameworkPage
      title={`${draft.number}. ${draft.title}`}
      standfirst={measureSentence(draft)}
      crumbs={[{ href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` }]}
      {...(isOpen && { button: { href: `${address}/target`, text: 'Set a target' } })}
      done={measureDone(done, service.slug, next)}
      links={links}
      current="/settings/measures"
    >
      {announced && (
        <p className="notice">{announced}. Until it is out, or cancelled, nothing of this measure changes.</p>
      )}
      {!retired && owner === null && (
        <p className="notice">
          Nobody owns this measure, so nobody can enter its figures.{' '}
          {namesPosts ? (
            <Link href={`/settings/people/give?from=nobody&service=${service.slug}`}>Name an owner</Link>
          ) : (
            'An administrator names an owner.'
          )}
        </p>
      )}
      {retired && (
        <p className="notice">
          Retired: its last day is {retired.on}. {withoutEnd(retired.reason)}. {retired.stays}
        </p>
      )}
      <dl className="kept-facts">
        <Fact name="What is counted">{draft.definition}</Fact>
        <Fact name="How">
          {sumSentence(draft)} {firstFigureSentence(draft)}
        </Fact>
        <Fact name="Data owner">{owner ?? 'Nobody'}</Fact>
        <Fact name="Comes from">
          {draft.source ? `${withoutEnd(draft.source)}.` : 'Nobody has said.'}{' '}
          {draft.ownerRole && `${draft.ownerRole} answers for it.`}
        </Fact>
        {draft.notes.length > 0 && (
          <Fact name="Notes">
            {draft.notes.map((note) => (
              <span className="kept-line" key={note}>
                {note}
              </span>
            ))}
          </Fact>
        )}
        <Fact name="Theme">
          {measure.theme ?? 'None.'} {isOpen && <Link href={`${address}/theme`}>Choose a theme</Link>}
        </Fact>
        {measure.smallCounts && (
          <Fact name="Small counts">
            {smallCountsSentence(measure.smallCounts)}{' '}
            {isOpen && <Link href={measureDecisionHref(draft.code)}>Decide on them</Link>}
          </Fact>
        )}
        <Fact name="Targets">
          {targets.length === 0 && (draft.whyNoTarget ? `None, because ${draft.whyNoTarget}.` : 'None yet.')}
          {targets.map(({ from, rule, decision }) => (
            <span className="kept-line" key={from}>
              From {from}: {rule}
              {decision && <small>{decision}</small>}
            </span>
          ))}
        </Fact>
        <Fact name="Outturns">
          {outturns.length === 0 && 'None yet. '}
          {outturns.map(({ year, value, source }) => (
            <span className="kept-line" key={year}>
              {year}: {value}
              {source && <small>{source}</small>}
            </span>
          ))}
          {isOpen && <Link href={`${address}/outturn`}>Enter an outturn</Link>}
        </Fact>
        <Fact name="Figures of others">
          {comparators.length === 0 ? 'None yet.' : `${listed(comparators)}.`}{' '}
          <Link href={`/settings/measures/${draft.code}/comparators`}>Enter or change them</Link>
        </Fact>
      </dl>
      {isOpen && (
        <>
          <h2 className="kept-ways">Change it</h2>
          <p>
            <Link href={`${address}/change`}>
              {measure.hasReadings
                ? 'Change its number, when it is due, or what it is compared with'
                : 'Change anything of it: nothing is written of it yet'}
            </Link>
          </p>
          <MeasureStepForms measure={measure} fresh={fresh} steps={steps} />
        </>
      )}
      {retired && !announced && retired.stays === null && (
        <TakeRetirementBackForm code={draft.code} fresh={fresh} step={steps.bringBack} />
      )}
      <p className="after">
        <Link href={`/history/measures/${draft.code}`}>The history</Link> tells who changed what, and when.
      </p>
    </FrameworkPage>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
