import type { ReactNode } from 'react';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { MeasureView } from '@/lib/edition/measure-view';
import { formOf } from '@/lib/figure/label-grammar';
import { partQuestions } from '@/lib/figure/part-label';
import { polarityWords, units } from '@/lib/measure/measure';
import { mendSentence } from '@/lib/series/mend';
import { withQuery } from '@/lib/text/page-address';
import { formatDate, frequencyWords, label } from '@/lib/time/period';
import { WordingVersions } from './wording-versions';

/** What exactly is measured: definition, parts, unit, calendar, who answers for it, every target with its decision, and breaks. */
export function MeasureDefinition({ view }: { view: MeasureView }) {
  const { row, sheet } = view;
  const parts = formOf(sheet) && partQuestions(sheet);
  return (
    <>
      <section className="part measured" aria-labelledby="definition-title">
        <h2 id="definition-title">What is measured</h2>
        <p className="definition">{row.definition}</p>
        <dl className="facts">
          {parts && (
            <>
              <Fact term="Numerator">{parts.numerator}</Fact>
              <Fact term="Denominator">{parts.denominator}</Fact>
            </>
          )}
          <Fact term="Unit">
            {units[sheet.unit].column === '%' ? 'Per cent' : units[sheet.unit].column}; {polarityWords[sheet.polarity]}
          </Fact>
          <Fact term="Frequency">
            {frequencyWords[sheet.frequency]}
            {row.covers && `, ${row.covers}`}
          </Fact>
          <Fact term="Due">{sheet.lagDays === 1 ? '1 day' : `${sheet.lagDays} days`} after the end of each period</Fact>
          {row.theme && (
            <Fact term="Theme">
              <a href={withQuery('/search', 'q', row.theme)}>{row.theme}</a>
            </Fact>
          )}
          <Fact term="Answered for by">{sheet.ownerRole ?? 'The role has not been recorded'}</Fact>
          <Fact term="Source">{sheet.source ?? 'The source has not been recorded'}</Fact>
          <Fact term={sheet.targets.length > 1 ? 'Targets' : 'Target'}>
            <Targets sheet={sheet} />
          </Fact>
          {sheet.changes.length > 0 && (
            <Fact term="Breaks in the series">
              {sheet.changes.map(({ start, why }) => (
                <span key={`${start} ${why}`} className="line">
                  From {label({ frequency: sheet.frequency, start })}: {why}
                </span>
              ))}
            </Fact>
          )}
          {sheet.mends && (
            <Fact term="Slips mended">
              {sheet.mends.map((mend) => (
                <span key={`${mend.on} ${mend.was}`} className="line">
                  {mendSentence(mend)}
                </span>
              ))}
            </Fact>
          )}
        </dl>
      </section>
      <WordingVersions wordings={sheet.wordings} frequency={sheet.frequency} />
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Targets({ sheet }: { sheet: MeasureSheet }) {
  if (sheet.targets.length === 0)
    return <>None is set{sheet.whyNoTarget ? `: ${sheet.whyNoTarget.replace(/\.$/, '')}` : ''}</>;
  return sheet.targets.toReversed().map(({ from, rule, decision }) => (
    <span key={from} className="line">
      {rule ? rule.charAt(0).toUpperCase() + rule.slice(1) : 'Watched, without a target'}, from{' '}
      {label({ frequency: sheet.frequency, start: from })}
      {decision && (
        <small>
          Decided by {decision.decidedBy} on {formatDate(decision.decidedOn)}: {decision.reason}
        </small>
      )}
    </span>
  ));
}
