import { Exact } from '@/lib/figure/decimal';
import { bare, gap, shown, shownThreshold, withNoun } from '@/lib/figure/figure';
import { baseOf, formOf, totalled } from '@/lib/figure/label-grammar';
import { round } from '@/lib/figure/rounding';
import { type MeasureFacts, polarityWords } from '@/lib/measure/measure';
import { because } from '@/lib/text/because';
import {
  above,
  type Colour,
  type ColourBands,
  type Count,
  colourBandsOf,
  colourOf,
  colourWords,
  compared,
  valueAt,
} from './colour';
import { type Target, targetRule } from './target';
import { turningPoints } from './turning-point';

type Judged = Pick<
  MeasureFacts,
  | 'unit'
  | 'decimals'
  | 'digitsFollow'
  | 'polarity'
  | 'compareAs'
  | 'scale'
  | 'numeratorLabel'
  | 'denominatorLabel'
  | 'outsideHundred'
>;

/** What is judged; the two reasons complete "no target is set, because …" and "there is no value, because …". */
export type AgainstTarget = {
  value: string | null;
  whyNoValue?: string | null;
  target: Target | null;
  whyNoTarget?: string | null;
  measure: Judged;
  parts?: { numerator: string | null; denominator: string | null } | null;
};

/** The colour of a value against its target, without its sentence; null where the rule gives none. Source: docs/rules.md, Colours. */
export function colourBy({
  value,
  target,
  measure,
}: Pick<AgainstTarget, 'value' | 'target' | 'measure'>): Colour | null {
  const bands = measure.polarity === 'none' || target === null ? null : colourBandsOf(target);
  return bands === null || value === null ? null : colourOf(compared(value, precision(measure)), bands);
}

/**
 * The colour of a value against its target, with the one sentence that answers "Why is it red?": equality meets; compared as
 * shown unless the measure says as stored; for counts, how many fewer or more would change it. Source: docs/rules.md, Colours.
 */
export function colourWithReason(question: AgainstTarget): { colour: Colour | null; sentence: string } {
  const { value, target, measure } = question;
  if (measure.polarity === 'none')
    return { colour: null, sentence: `No colour: the measure is watched, and ${polarityWords.none}.` };
  if (target === null)
    return { colour: null, sentence: `No colour: no target is set${because(question.whyNoTarget)}.` };
  const bands = colourBandsOf(target);
  if (bands === null)
    return {
      colour: null,
      sentence: `No colour: the measure is watched, without a target${because(question.whyNoTarget)}.`,
    };
  const colour = colourBy(question);
  if (value === null || colour === null)
    return { colour: null, sentence: `No colour: there is no value${because(question.whyNoValue)}.` };

  const sentence = `${colourWords[colour]}: ${arithmetic(value, target, bands, colour, measure)}${change(question, bands)}.`;
  return { colour, sentence };
}

const precision = ({ compareAs, decimals }: Judged): number | null => (compareAs === 'stored' ? null : decimals);

/** '83 is above the target of at most 76, by 7': every number as it was compared. */
function arithmetic(value: string, target: Target, bands: ColourBands, colour: Colour, measure: Judged): string {
  const decimals = precision(measure) === null ? enoughDecimals(value, bands, measure) : measure.decimals;
  const exact = new Exact(round(value, decimals));
  const figure = withNoun(shown(value, { ...measure, decimals }), measure.unit);
  const rule = `the target of ${targetRule(target, measure)}`;
  if (colour === 'green') return `${figure} ${target.shape === 'between' ? 'is within' : 'meets'} ${rule}`;
  const side = above(exact, bands.green) ? 'above' : 'below';
  const missed = (side === 'above' ? bands.green.high : bands.green.low) as string;
  const first = `${figure} is ${side} ${rule}, by ${gap(exact.minus(missed).toFixed(), { unit: measure.unit, decimals })}`;
  const limit = side === 'above' ? bands.amber?.high : bands.amber?.low;
  if (!limit || (limit === missed && colour === 'red')) return first;
  const edge = `the amber limit of ${withNoun(shownThreshold(limit, measure), measure.unit)}`;
  return colour === 'amber' ? `${first}, but within ${edge}` : `${first}, and ${side} ${edge}`;
}

/** The fewest decimals, from the measure's own up, at which the printed value falls where the stored one does. */
function enoughDecimals(value: string, bands: ColourBands, { decimals }: Judged): number {
  const limits = [bands.green.low, bands.green.high, bands.amber?.low ?? null, bands.amber?.high ?? null];
  const agrees = (places: number) =>
    limits.every(
      (limit) => limit === null || new Exact(round(value, places)).cmp(limit) === new Exact(value).cmp(limit),
    );
  let places = decimals;
  while (places < 60 && !agrees(places)) places += 1;
  return places;
}

/** '; with the same 530 children, 13 fewer (63) would make it Green', for whole counts of people or cases. */
function change({ measure, parts }: AgainstTarget, bands: ColourBands): string {
  const { numerator, denominator } = parts ?? {};
  if (!numerator || !denominator || measure.scale === null || !countable(measure, numerator, denominator)) return '';
  const most = measure.unit === 'percent' && !measure.outsideHundred ? denominator : null;
  const count = { numerator, denominator, scale: measure.scale, decimals: precision(measure), most };
  const points = turningPoints(count, bands).map(({ to, makes }) => {
    const step = new Exact(to).minus(numerator);
    const size = step.abs().toFixed();
    const amount = [bare(size, 0), step.gt(0) ? 'more' : 'fewer', totalled(measure, size)].join(' ').trim();
    return `${amount} (${bare(to, 0)}) would make it ${colourWords[makes]}${byRounding(to, makes, count, bands, measure)}`;
  });
  return points.length ? `; with the same ${baseOf(denominator, measure)}, ${points.join(' and ')}` : '';
}

/** ' (76.5, shown as 76)' where a count would bring that colour only because the figure is rounded; else nothing. */
function byRounding(to: string, makes: Colour, count: Count, bands: ColourBands, { unit, decimals }: Judged): string {
  const exact = valueAt({ ...count, decimals: null }, new Exact(to));
  if (count.decimals === null || colourOf(exact, bands) === makes) return '';
  return ` (${shown(exact.toFixed(), { unit, decimals: decimals + 1 })}, shown as ${shown(exact.toFixed(), { unit, decimals })})`;
}

const tallied: readonly string[] = ['number', 'percent', 'per_1000', 'per_10000', 'per_100000'];

/** Whether one more or one fewer in the numerator is a person or a case, not a day or a pound. */
const countable = (measure: Judged, numerator: string, denominator: string): boolean =>
  formOf(measure) !== null &&
  tallied.includes(measure.unit) &&
  new Exact(numerator).isInteger() &&
  new Exact(numerator).gte(0) &&
  new Exact(denominator).gt(0);
