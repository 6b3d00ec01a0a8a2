import type { FrozenRow } from '@/lib/edition/edition';
import { standingColour } from '@/lib/target/judged-status';

/** Every part of a row that an example explains is there and shown: three figures, a colour by the rule, an arrow. */
const isComplete = ({ previous, target, current, rag, travel, period }: FrozenRow): boolean =>
  previous.text !== null &&
  target.text !== null &&
  current.text !== null &&
  current.rounded === undefined &&
  rag.colour !== null &&
  rag.judged === undefined &&
  travel.direction !== null &&
  period !== null;

/** The row by which a scorecard is best explained: a Red with all its parts, else another with all of them; null for none. */
export function exampleIn<Row extends FrozenRow>(rows: Row[]): Row | null {
  const complete = rows.filter(isComplete);
  const red = complete.filter(({ rag }) => standingColour(rag) === 'red');
  return red.find(({ realTerms }) => realTerms !== null) ?? red[0] ?? complete[0] ?? null;
}
