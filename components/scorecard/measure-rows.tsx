import { DirectionArrow } from '@/components/sign/direction-arrow';
import { Figure, TargetFigure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { SignalCell } from '@/components/sign/signal-cell';
import { StatusTag } from '@/components/sign/status-tag';
import type { PublishedRevision } from '@/db/queries/published/editions';
import type { ScorecardRow } from '@/lib/edition/scorecard';
import { saysNotClosed } from '@/lib/edition/unclosed-year';
import type { Term } from '@/lib/glossary/term';
import { frequencyWords } from '@/lib/time/period';
import { Commentary } from './commentary';
import { CorrectedSince } from './corrected-since';
import { Sparkline } from './sparkline';

/** The address of a measure within a page: CSC-01 is #csc-01. */
export const anchor = (row: { code: string }) => row.code.toLowerCase();

type Props = {
  row: ScorecardRow;
  comparisonYear: string;
  signals?: boolean;
  corrected: PublishedRevision[];
  /** The terms that the page explains in this row. */
  terms?: Term[] | undefined;
};

/** One measure: its figures in one row and its words in the next, under a title that heads both. */
export function MeasureRows({ row, comparisonYear, signals = false, corrected, terms }: Props) {
  const { previous, period } = row;
  return (
    <tbody id={anchor(row)}>
      <tr role="row">
        <td role="cell" rowSpan={2}>
          {row.number}
        </td>
        <th role="rowheader" scope="row" rowSpan={2}>
          <a href={`/measures/${row.code}`}>{row.title}</a>
          {row.covers && <small>{row.covers}</small>}
        </th>
        <td role="cell">{row.unit}</td>
        <td role="cell" data-label={comparisonYear}>
          {/* The column's head, or the line beneath, says which year. */}
          {saysNotClosed(row) ? (
            <small>[x] not closed yet</small>
          ) : (
            <Figure figure={previous} marks={previous.marks ?? []} />
          )}
          {previous.label !== comparisonYear && <small>{previous.label}</small>}
        </td>
        <td role="cell">
          <TargetFigure target={row.target} />
        </td>
        <td role="cell">
          <Figure figure={row.current} marks={row.current.marks} reason />
        </td>
        <td role="cell">{period ? <abbr title={period.range}>{period.label}</abbr> : <i>none yet</i>}</td>
        <td role="cell">{frequencyWords[row.frequency]}</td>
        <td role="cell">
          <DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />
        </td>
        <td role="cell">
          <RagTag colour={row.rag.colour} judged={row.rag.judged} />
        </td>
        {signals && (
          <td role="cell">
            <SignalCell signal={row.signal} />
          </td>
        )}
        <td role="cell">
          <StatusTag status={row.status.status} />
        </td>
        <td role="cell">
          <Sparkline {...row.trend} />
        </td>
      </tr>
      <tr role="row">
        <td role="cell" colSpan={signals ? 11 : 10}>
          <Commentary row={row} signals={signals} terms={terms} />
        </td>
      </tr>
      <CorrectedSince revisions={corrected} />
    </tbody>
  );
}
