import type { Figures } from '@/lib/figure/computed-value';
import { readingValue } from '@/lib/figure/computed-value';
import { figureWords } from '@/lib/figure/figure';
import type { MissingReason } from '@/lib/figure/missing-reason';
import type { Withheld } from '@/lib/figure/withheld';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { RevisionReason } from '@/lib/reading/revision-reasons';
import type { Colour } from '@/lib/target/target';
import { type TargetRecord, targetInForce } from '@/lib/target/target-in-force';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { label } from '@/lib/time/period';

/** One published figure that was corrected, as the public ledger of revisions tells it. */
export type Revised = {
  code: string;
  number: number;
  title: string;
  periodStart: string;
  period: string;
  /** The figures as shown, or why there was none. */
  was: string;
  now: string;
  colourWas: Colour | null;
  colourNow: Colour | null;
  reason: RevisionReason | null;
  note: string;
};

type FigureOrReason = Figures & { missing: MissingReason | null; withheld?: Withheld };
type Measure = MeasureFacts & { code: string; number: number; title: string; whyNoTarget: string | null };
type Correction = FigureOrReason & {
  periodStart: string;
  revisionReason: RevisionReason | null;
  publicNote: string | null;
};

/** A correction as the ledger tells it: both figures as shown, each with the colour that the period's own target gives. */
export function revisedFigure(
  measure: Measure,
  targets: TargetRecord[],
  was: FigureOrReason,
  now: Correction,
): Revised {
  const target = targetInForce(targets, now.periodStart)?.target ?? null;
  const colourOf = (figures: FigureOrReason) => {
    if (figures.withheld) return figures.withheld.colour;
    const value = readingValue(figures, measure);
    return colourWithReason({ value, target, whyNoTarget: measure.whyNoTarget, measure, parts: figures }).colour;
  };
  // Where one of the two is hidden, nothing is said of a change.
  const isOpen = [was, now].every(({ withheld }) => !withheld || withheld.colour !== null);
  const { code, number, title, frequency } = measure;
  return {
    code,
    number,
    title,
    periodStart: now.periodStart,
    period: label({ frequency, start: now.periodStart }),
    was: figureWords(was, measure),
    now: figureWords(now, measure),
    colourWas: isOpen ? colourOf(was) : null,
    colourNow: isOpen ? colourOf(now) : null,
    reason: now.revisionReason,
    note: now.publicNote ?? '',
  };
}

/** What a correction did to the colour, as a sentence; null when it left it as it was. */
export function colourMoved({ colourWas, colourNow }: Pick<Revised, 'colourWas' | 'colourNow'>): string | null {
  if (colourWas === colourNow) return null;
  const word = (colour: Colour | null) => (colour ? colour.charAt(0).toUpperCase() + colour.slice(1) : 'no colour');
  return `Changed colour: was ${word(colourWas)}, now ${word(colourNow)}.`;
}
