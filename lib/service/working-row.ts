import type { FrozenRow } from '@/lib/edition/edition';
import { isKeptBack } from '@/lib/edition/frozen-figures';
import type { MissingMarker } from '@/lib/figure/missing-reason';
import { hiddenWords } from '@/lib/figure/withheld';
import type { Step } from '@/lib/reading/workflow';
import { type MeasureReadiness, readingHref, reviewHref } from '@/lib/release/measure-readiness';
import type { Signed } from '@/lib/status/standing';
import type { Rag } from '@/lib/target/judged-status';

/** A figure of a working scorecard: its text or its marker, the period it is for, its colour, and the judged one. */
export type WorkingFigure = Pick<Rag, 'colour' | 'judged'> & {
  text: string | null;
  marker: MissingMarker | null;
  /** What the public sees in its place; absent where it sees the figure. */
  publicly?: string;
  period: string | null;
};

/** One period of a measure on the working scorecard: what is published, what would be, where it stands and what one can do. */
export type WorkingRow = {
  readiness: MeasureReadiness;
  /** The target in words, with the unit: "weeks, at most 30". */
  targetWords: string;
  /** What the edition in force shows; null where it does not have the measure. */
  published: WorkingFigure | null;
  /** What the next edition would show of this period; null while nothing is written. */
  next: (WorkingFigure & Pick<FrozenRow, 'travel'>) | null;
  isOwn: boolean;
  /** Who returned it, when and why, where it came back. */
  returned: (Signed & { reason: string }) | null;
  act: Act | null;
  /** Where nothing is due: the day by which the next period is; null where none is required. */
  nextDue: string | null;
  /** What must be mended before an edition can have it, in sentences. */
  blocks: string[];
};

export type Act = { text: string; href: string; isPressing: boolean };

const verbs: { step: Step; text: (period: string) => string; isPressing: boolean }[] = [
  { step: 'approve', text: () => 'Review', isPressing: true },
  { step: 'submit', text: () => 'Go on', isPressing: false },
  { step: 'withdraw', text: () => 'Take it back', isPressing: false },
  { step: 'correct', text: () => 'Correct', isPressing: false },
  { step: 'save', text: (period) => `Enter ${period}`, isPressing: false },
  { step: 'return', text: () => 'Return', isPressing: false },
];

type Place = Pick<MeasureReadiness, 'code' | 'period' | 'state' | 'daysLate'>;

/** What a person can do with a period of a measure: the first step that is open to them, or to view what is there; null for nothing. */
export function actFor(
  steps: readonly Step[],
  { code, period, state, daysLate }: Place,
  id: number | null,
): Act | null {
  const verb = verbs.find(({ step }) => steps.includes(step));
  if (!period) return null;
  if (!verb) {
    const isThere = id !== null || state === 'published';
    return isThere ? { text: 'View', href: readingHref(code, period.start), isPressing: false } : null;
  }
  const isReviewed = verb.step === 'approve' || verb.step === 'return';
  if (isReviewed && id === null) return null;
  const href = isReviewed ? reviewHref(id as number) : readingHref(code, period.start);
  if (state === 'returned') return { text: 'Answer', href, isPressing: true };
  return { text: verb.text(period.label), href, isPressing: verb.isPressing || (verb.step === 'save' && daysLate > 0) };
}

/** A figure of a row with its period and colour, as the staff see it, beside the row that the public sees. */
export const workingFigure = ({ current, period, rag }: FrozenRow, shown: FrozenRow): WorkingFigure => ({
  text: current.text,
  marker: current.text === null ? (current.marker ?? null) : null,
  period: period?.label ?? null,
  colour: rag.colour,
  ...(rag.judged && { judged: rag.judged }),
  ...(isKeptBack(shown.current) && current.text !== null && { publicly: publicWords(shown, rag) }),
});

/** '[c] hidden', '1% rounded, no colour': what the public sees of a figure that it is not shown in full. */
function publicWords({ current, rag }: FrozenRow, { colour }: Pick<Rag, 'colour'>): string {
  const figure = current.text === null ? hiddenWords : `${current.text} rounded`;
  return rag.colour === colour ? figure : `${figure}, no colour`;
}

/** The unit and the target of a row in words: "weeks, target at most 30". */
export function targetInWords({ unit, target }: Pick<FrozenRow, 'unit' | 'target'>): string {
  const rule = target.rule ? `target ${target.rule}` : 'no target';
  return unit === '%' ? rule : `${unit.toLowerCase()}, ${rule}`;
}
