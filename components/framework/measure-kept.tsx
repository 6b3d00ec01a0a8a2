import Link from 'next/link';
import type { ReactNode } from 'react';
import type { KeptMeasure } from '@/db/queries/framework/measure';
import type { FormAction } from '@/lib/form/form-state';
import { firstFigureSentence, measureSentence, sumSentence } from '@/lib/framework/measure-words';
import { withoutEnd } from '@/lib/text/sentence-end';
import { FrameworkPage } from './framework-page';
import { MeasureStepForms } from './measure-steps';

export type MeasureSteps = Record<'mend' | 'redefine' | 'breakAt' | 'takeBack' | 'retire', FormAction>;

type Props = {
  links: { href: string; text: string }[];
  measure: KeptMeasure;
  /** What was just done. */
  done: string | null;
  fresh: string;
  steps: MeasureSteps;
};

const doneWords: Record<string, string> = {
  added: 'The measure is added. The public sees it with the next edition.',
  changed: 'The measure is changed. What is published stays as it was.',
  mended: 'The slip is mended. The next edition has the new words, and the history tells what they were.',
  redefined: 'The new definition is kept. The next edition tells it, and figures before it keep theirs.',
  broken: 'The break is recorded. The next edition tells it; until then it can be taken back.',
  unbroken: 'The break is taken back.',
  retired: 'The measure is retired. What was published stays, and its page tells why it went.',
  target: 'The target is set. The public sees it with the next edition.',
  removed: 'The target is taken back.',
  outturn: 'The outturn is saved. The public sees it with the next edition.',
};

/** A measure as a performance officer keeps it: what stands, and each way to change it. */
export function MeasureKept({ links, measure, done, fresh, steps }: Props) {
  const { draft, service, announced, retired, owner, targets, outturns } = measure;
  const address = `/settings/measures/${draft.code}`;
  const isOpen = !announced && !retired;
  return (
    <FrameworkPage
      title={`${draft.number}. ${draft.title}`}
      standfirst={measureSentence(draft)}
      crumbs={[{ href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` }]}
      {...(isOpen && { button: { href: `${address}/target`, text: 'Set a target' } })}
      done={done && Object.hasOwn(doneWords, done) ? doneWords[done] : null}
      links={links}
      current="/settings/measures"
    >
      {announced && (
        <p className="notice">{announced}. Until it is out, or cancelled, nothing of this measure changes.</p>
      )}
      {retired && (
        <p className="notice">
          Retired: its last day is {retired.on}. {retired.reason}
        </p>
      )}
      <dl className="kept-facts">
        <Fact name="What is counted">{draft.definition}</Fact>
        <Fact name="How">
          {sumSentence(draft)} {firstFigureSentence(draft)}
        </Fact>
        <Fact name="Data owner">{owner ?? 'Nobody yet: an administrator names one.'}</Fact>
        <Fact name="Comes from">
          {draft.source ? `${withoutEnd(draft.source)}.` : 'Nobody has said.'}{' '}
          {draft.ownerRole && `${draft.ownerRole} answers for it.`}
        </Fact>
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
