import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { SignalCell } from '@/components/sign/signal-cell';
import { StatusTag } from '@/components/sign/status-tag';
import type { PublishedRevision } from '@/db/queries/published/editions';
import { notClosedMark, saysNotClosed } from '@/lib/edition/not-closed-yet';
import type { Term } from '@/lib/glossary/term';
import { ruleWords } from '@/lib/row-words/mark-words';
import { spanWords } from '@/lib/row-words/span-words';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { CorrectedSince } from './corrected-in-later-edition';
import { MeasureFold } from './measure-fold';
import { Sparkline } from './sparkline';

/** The address of a measure within a page: CSC-01 is #csc-01. */
export const anchor = (row: { code: string }) => row.code.toLowerCase();

type Props = {
  row: ScorecardRow;
  comparisonYear: string;
  /** The month that the trends begin with. */
  firstMonth: number;
  signals?: boolean;
  isOpen?: boolean;
  corrected: PublishedRevision[];
  /** The terms that the page explains in this row. */
  terms?: Term[] | undefined;
};

/** One measure: a line of figures, and a fold with its words, its sum and its actions. */
export function MeasureRows({
  row,
  comparisonYear,
  firstMonth,
  signals = false,
  isOpen = false,
  corrected,
  terms,
}: Props) {
  const { previous, target, status } = row;
  return (
    <tbody id={anchor(row)}>
      <tr role="row">
        <td role="cell">{row.number}</td>
        <th role="rowheader" scope="row">
          <h3>
            <a href={`/measures/${row.code}`}>{row.title}</a>
          </h3>
        </th>
        <td role="cell">
          {spanWords(row) ?? <i>none yet</i>}
          {status.status !== 'up_to_date' && <StatusTag status={status.status} />}
        </td>
        <td role="cell">
          {/* The column's head, or the line beneath, says which year. */}
          {saysNotClosed(row) ? (
            <small>{notClosedMark}</small>
          ) : (
            <Figure figure={previous} marks={previous.marks ?? []} />
          )}
          {previous.label !== comparisonYear && <small>{previous.label}</small>}
        </td>
        <td role="cell">
          <small>{ruleWords(target)}</small> <Figure figure={target} />
        </td>
        <td role="cell">
          <Figure figure={row.current} marks={row.current.marks} reason />
        </td>
        <td role="cell">
          <RagTag colour={row.rag.colour} judged={row.rag.judged} />
        </td>
        <td role="cell">
          <DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />
        </td>
        {signals && (
          <td role="cell">
            <SignalCell signal={row.signal} />
          </td>
        )}
        <td role="cell">
          <Sparkline row={row} first={firstMonth} />
        </td>
      </tr>
      <tr role="row">
        <td role="cell" colSpan={signals ? 10 : 9}>
          <MeasureFold row={row} signals={signals} isOpen={isOpen} terms={terms} />
        </td>
      </tr>
      <CorrectedSince revisions={corrected} signals={signals} />
    </tbody>
  );
}
