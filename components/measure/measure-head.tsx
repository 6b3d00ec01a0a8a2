import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { VariationTag } from '@/components/sign/signal-tag';
import { StatusTag } from '@/components/sign/status-tag';
import type { FrozenRow } from '@/lib/edition/edition';
import type { MeasureView } from '@/lib/edition/measure-view';
import { ruleWords } from '@/lib/row-words/mark-words';
import { statusAt } from '@/lib/status/data-status';
import { ragSentence, whyQuestion } from '@/lib/target/judged-status';

type Props = Pick<MeasureView, 'row' | 'sheet' | 'date'>;

/** How a measure is going: one sentence, its four judgements in word and shape, and the reasons with their arithmetic. */
export function MeasureHead({ row, sheet, date }: Props) {
  const status = statusAt(row.schedule, date);
  const { process } = sheet;
  // Where the period has no figure, an earlier one does not speak for it: the row says so.
  const variation = row.signal ? row.signal.variation : process.refused === null ? process.variation : null;
  const workedOut = variation !== null || row.signal?.silent !== undefined;
  const invented = process.refused === null && process.illustrative > 0 && workedOut;
  const elsewhere = process.refused === null && process.elsewhere !== undefined && workedOut;
  return (
    <>
      <p className="headline">{sheet.headline}</p>
      <ul className="judgements">
        <li className="lead-figure">
          <Figure figure={row.current} marks={row.current.marks} />
        </li>
        <li>
          <small>{againstWords(row.target)}</small> <RagTag colour={row.rag.colour} judged={row.rag.judged} />
        </li>
        <li>
          <small>Direction of travel</small>{' '}
          <DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />
        </li>
        <li>
          <small>Signal or noise</small>{' '}
          {process.refused === null && variation ? (
            <VariationTag variation={variation} />
          ) : (
            <span className="tag none">Cannot be told</span>
          )}
          {invented && <small>judged with illustrative figures</small>}
          {elsewhere && <small>judged with figures published elsewhere</small>}
        </li>
        <li>
          <small>Data status</small> <StatusTag status={status.status} />
        </li>
      </ul>
      <section className="why" aria-labelledby="why">
        <h2 id="why">{whyQuestion(row.rag)}</h2>
        <p>{ragSentence(row.rag)}</p>
        <p>{row.travel.sentence}</p>
        {row.realTerms && (
          <p>
            <b>In real terms:</b> {row.realTerms.replace(/\.?$/, '.')}
          </p>
        )}
        {status.status !== 'up_to_date' && <p>{status.sentence}</p>}
        {row.notes.map((note) => (
          <p key={note} className="soft">
            {note}
          </p>
        ))}
      </section>
    </>
  );
}

/** 'Against target, at most 12%'. */
const againstWords = (target: FrozenRow['target']): string =>
  target.text === null
    ? 'Against target'
    : `Against target, ${[ruleWords(target), target.text].filter(Boolean).join(' ')}`;
