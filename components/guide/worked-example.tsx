import type { ReactNode } from 'react';
import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { StatusTag } from '@/components/sign/status-tag';
import type { EditionHead } from '@/lib/edition/edition';
import { ruleWords } from '@/lib/row-words/mark-words';
import { spanWords } from '@/lib/row-words/span-words';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { ragSentence } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';

export type Example = { head: Pick<EditionHead, 'number' | 'service' | 'asAt'>; row: ScorecardRow };

/** One line of a published scorecard, cell by cell, each with what it says and the sum behind it. */
export function WorkedExample({ example: { head, row } }: { example: Example }) {
  const { slug, name } = head.service;
  return (
    <section className="guide-part" aria-labelledby="example">
      <h2 id="example">One line, read from left to right</h2>
      <p>
        Line {row.number} of{' '}
        <a href={`/scorecards/${slug}#${row.code.toLowerCase()}`}>
          {name}, edition {head.number}, {formatDate(head.asAt)}
        </a>
        , as it was published:
      </p>
      <dl className="facts">
        <Cell head="Measure" shows={<a href={`/measures/${row.code}`}>{row.title}</a>}>
          {row.definition}
        </Cell>
        <Cell head="Covers" shows={spanWords(row)}>
          The last figure that is here covers {row.period?.range}.
        </Cell>
        <Cell head={row.previous.label} shows={<Figure figure={row.previous} marks={row.previous.marks ?? []} />}>
          The figure of the year before, to compare with.
        </Cell>
        <Cell
          head="Target"
          shows={
            <>
              <small>{ruleWords(row.target)}</small> <Figure figure={row.target} />
            </>
          }
        >
          What the measure should reach: {row.target.rule}.
        </Cell>
        <Cell head="Figure" shows={<Figure figure={row.current} marks={row.current.marks} />}>
          The result for the period. {row.realTerms && `In real terms ${row.realTerms.replace(/\.?$/, '.')}`}
        </Cell>
        <Cell head="Against target" shows={<RagTag colour={row.rag.colour} judged={row.rag.judged} />}>
          {ragSentence(row.rag)}
        </Cell>
        <Cell
          head="Direction of travel"
          shows={<DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />}
        >
          {row.travel.sentence}
        </Cell>
        <Cell head="Data status" shows={<StatusTag status={row.status.status} />}>
          {row.status.sentence}
        </Cell>
      </dl>
    </section>
  );
}

function Cell({ head, shows, children }: { head: string; shows: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{head}</dt>
      <dd>
        <span>{shows}</span> <small>{children}</small>
      </dd>
    </div>
  );
}
