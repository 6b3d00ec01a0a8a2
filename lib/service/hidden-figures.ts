import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import type { FrozenFigure, FrozenRow } from '@/lib/edition/edition';
import { figureWords } from '@/lib/figure/figure';
import { realTerms } from '@/lib/figure/in-real-terms';
import { hiddenWords } from '@/lib/figure/withheld';
import { type MeasureRecord, periodOf } from '@/lib/series/measure-record';
import { publicReading } from '@/lib/series/public-measure';
import { standingColour } from '@/lib/target/judged-status';
import { type Colour, colourWords } from '@/lib/target/target';
import { label } from '@/lib/time/period';

/** A figure of which the public is not shown everything, beside what it is shown; for the staff of the service alone. */
export type HiddenFigure = {
  number: number;
  code: string;
  title: string;
  /** What the figure stands for: 'Jul 2018', '2017/18'. */
  period: string;
  /** The figure as the staff see it, with the numbers behind it. */
  figure: string;
  /** What the public sees in its place. */
  shown: string;
  why: string;
};

/** What the public is not shown of the figures and the colour of a row, against the row as the staff see it; none where it sees all. */
export function hiddenFigures(staff: FrozenRow, shown: FrozenRow): HiddenFigure[] {
  const { number, code, title } = staff;
  const pairs = [
    { own: staff.current, open: shown.current, period: staff.period?.label ?? '', realTerms: staff.realTerms },
    { own: staff.previous, open: shown.previous, period: staff.previous.label, realTerms: null },
  ];
  const figures = pairs.flatMap(({ own, open, period, realTerms }): HiddenFigure[] => {
    const why = open.text === null ? open.why : open.rounded;
    if (own.text === null || !why || own.text === open.text) return [];
    const shownText = own === staff.current ? `${placed(open)}, ${colourOf(shown)}` : placed(open);
    return [{ number, code, title, period, figure: realTerms ?? own.text, shown: shownText, why }];
  });
  if (figures.length > 0 || staff.realTerms === shown.realTerms || staff.realTerms === null) return figures;
  // The figure is shown as it is, and the numbers behind it are not.
  const place = `${placed(shown.current)}, ${colourOf(shown)}`;
  return [
    { number, code, title, period: staff.period?.label ?? '', figure: staff.realTerms, shown: place, why: partsWhy },
  ];
}

/** The periods of a measure of which the public is not shown everything, the newest first. */
export function hiddenPeriods(measure: MeasureRecord, hidden: HiddenMeasure): HiddenFigure[] {
  const { number, code, title } = measure;
  return measure.readings.flatMap((reading): HiddenFigure[] => {
    const open = publicReading(measure, reading, hidden);
    if (!open.withheld) return [];
    const period = label(periodOf(measure, reading));
    const figure = realTerms(reading, measure) ?? figureWords(reading, measure);
    return [
      {
        number,
        code,
        title,
        period,
        figure,
        shown: figureWords({ ...open, missing: null }, measure),
        why: open.withheld.why,
      },
    ];
  });
}

const partsWhy = 'The numbers behind it are hidden, so that another figure cannot be worked out.';

const placed = (figure: FrozenFigure): string => figure.text ?? (figure.hidden ? hiddenWords : figure.why);

function colourOf({ rag }: FrozenRow): string {
  const colour: Colour | null = standingColour(rag);
  return colour ? colourWords[colour] : 'no colour';
}
