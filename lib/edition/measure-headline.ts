import { Exact } from '@/lib/figure/decimal';
import { bare, shown, shownThreshold, withNoun } from '@/lib/figure/figure';
import { counted, formOf, totalled } from '@/lib/figure/label-grammar';
import { type MissingReason, missingWords } from '@/lib/figure/missing-reason';
import { round } from '@/lib/figure/rounding';
import type { Withheld } from '@/lib/figure/withheld';
import type { MeasureFacts } from '@/lib/measure/measure';
import { whenCovered } from '@/lib/measure/span';
import { above, colourBandsOf, colourWords } from '@/lib/target/colour';
import type { Direction } from '@/lib/target/direction-of-travel';
import { type Colour, type Target, targetFigure, targetRule } from '@/lib/target/target';
import { name, type Period } from '@/lib/time/period';

type HeadlineFacts = {
  measure: MeasureFacts;
  period: Period | null;
  value: string | null;
  missing: MissingReason | null;
  /** The earlier figure as shown and what it stands for: "80", "2017/18"; null where there is none. */
  earlier: { text: string; label: string } | null;
  direction: Direction | null;
  target: Target | null;
  colour: Colour | null;
  /** What the public is not shown of the figure; absent where it sees all of it. */
  withheld?: Withheld | undefined;
};

/**
 * How a measure is going, in one sentence: '83 cases per officer at 31 July 2018: worse than last year’s 80, above the target of
 * at most 76.' Text of the system.
 */
export function headline(facts: HeadlineFacts): string {
  const { measure, period, value, missing } = facts;
  if (period === null) return 'No figure yet.';
  if (value === null && facts.withheld) return withheldHeadline(facts.withheld, period, facts);
  if (value === null) {
    const why = missing ? missingWords[missing].because : 'none was given';
    return `No figure for ${name(period)}: ${why}.`;
  }
  const judgement = [comparison(facts), against(facts)].filter(Boolean).join(', ');
  return `${figureInWords(value, measure)} ${whenCovered(period, measure)}${judgement ? `: ${judgement}` : ''}.`;
}

/** '3% in July 2018: Red against the target of at most 2%.', 'The figure for July 2018 is hidden.' */
function withheldHeadline({ instead }: Withheld, period: Period, { measure, colour, target }: HeadlineFacts): string {
  const figure = instead
    ? `${figureInWords(instead.value, { ...measure, decimals: instead.decimals })} ${whenCovered(period, measure)}`
    : `The figure for ${name(period)} is hidden`;
  const rule = target && targetRule(target, measure);
  return `${figure}${colour && rule ? `: ${colourWords[colour]} against the target of ${rule}` : ''}.`;
}

/** '83 cases per officer', '92 a month', '0.19 per 1,000 young people', '81%'. */
export function figureInWords(value: string, measure: MeasureFacts): string {
  const figure = shown(value, measure);
  const base = measure.denominatorLabel ?? '';
  switch (formOf(measure)) {
    case 'average': {
      const noun = measure.unit === 'number' ? totalled(measure, round(value, measure.decimals)) : '';
      const perUnit = base.includes('|') ? `per ${counted(base, '1')}` : 'on average';
      return [noun ? `${figure} ${noun}` : withNoun(figure, measure.unit), perUnit].join(' ');
    }
    case 'over time':
      return `${withNoun(figure, measure.unit)} a ${base.replace(/s$/, '')}`;
    case 'rate':
      return `${figure} per ${bare(String(measure.scale ?? 1), 0)} ${counted(base, '2')}`;
    default:
      return withNoun(figure, measure.unit);
  }
}

const compared: Record<Direction, string> = {
  improving: 'better than',
  worsening: 'worse than',
  no_change: 'no change on',
  increasing: 'higher than',
  decreasing: 'lower than',
};

/** An annual figure is held against the year before its own, which need not be last year. */
const lastYear = ({ measure }: HeadlineFacts) =>
  measure.comparator === 'previous_year' && measure.frequency !== 'annual';

function comparison(facts: HeadlineFacts): string {
  const { earlier, direction } = facts;
  if (earlier === null || direction === null) return '';
  const { text, label } = earlier;
  return `${compared[direction]} ${lastYear(facts) ? `last year’s ${text}` : `the ${text} of ${label}`}`;
}

function against({ value, target, colour, measure }: HeadlineFacts): string {
  const figure = target && targetFigure(target, measure);
  const bands = target && colourBandsOf(target);
  if (value === null || figure === null || bands === null || colour === null || target === null) return '';
  if (target.shape === 'between' && colour === 'green') return `within the target of ${figure}`;
  const rule = target.shape === 'between' ? figure : `${target.shape === 'at_most' ? 'at most' : 'at least'} ${figure}`;
  if (colour === 'green') return `meeting the target of ${rule}`;
  const decimals = measure.compareAs === 'stored' ? null : measure.decimals;
  const side = above(new Exact(decimals === null ? value : round(value, decimals)), bands.green) ? 'above' : 'below';
  const limit = side === 'above' ? bands.amber?.high : bands.amber?.low;
  const within = colour === 'amber' && limit ? ` but within the amber limit of ${shownThreshold(limit, measure)}` : '';
  return `${side} the target of ${rule}${within}`;
}
