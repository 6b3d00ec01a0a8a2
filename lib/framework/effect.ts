import { canonical } from '@/lib/record/canonical';

/** What a change would do, in sentences; `figures` are those that it would judge another way. JSON-safe. */
export type Effect = {
  sentences: string[];
  figures?: { caption: string; rows: JudgedFigure[] };
  /** How a measure would stand on the scorecard: what each column says. */
  row?: { column: string; text: string }[];
  /** The measures of a scorecard in their order, a line each. */
  order?: string[];
};

/** A figure with the colour that it has now and the one that it would have; null for none. */
export type JudgedFigure = { period: string; figure: string; now: Colour | null; next: Colour | null };
type Colour = 'green' | 'amber' | 'red';

/** An effect as a form carries it, so that what is saved is what was seen. */
export const effectText = (effect: Effect): string => canonical(effect);

/** The effect that a form carries, as it is shown; null where it carries none of ours. It decides nothing: what is saved is made anew. */
export function readEffect(typed: string | undefined): Effect | null {
  try {
    const effect: unknown = JSON.parse(typed ?? '');
    return isEffect(effect) ? effect : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isColour = (value: unknown): boolean =>
  value === null || value === 'green' || value === 'amber' || value === 'red';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isList = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

function isEffect(value: unknown): value is Effect {
  if (!isObject(value) || !isList(value.sentences, isText)) return false;
  const { figures, row, order } = value;
  return (
    (figures === undefined || (isObject(figures) && isText(figures.caption) && isList(figures.rows, isJudged))) &&
    (order === undefined || isList(order, isText)) &&
    (row === undefined || isList(row, (one) => isObject(one) && isText(one.column) && isText(one.text)))
  );
}

const isJudged = (one: unknown): boolean =>
  isObject(one) && isText(one.period) && isText(one.figure) && isColour(one.now) && isColour(one.next);
