import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import { formOfMeasure, keyOf, partsOf, publicView, runsOf } from './public-view';
import type { Service } from './random-service';
import { type Counted, isHiddenForItself, type PublicView, possibleNumbers, type SeenFigure } from './solver';

/** The counts of people that are hidden of a figure. */
export function hiddenCounts(figure: SeenFigure): Counted[] {
  const counts: Counted[] = [];
  if (!figure.countsPeople) return counts;
  if (figure.numerator === null && figure.form !== 'average') counts.push('numerator');
  if (figure.denominator === null && (figure.form === 'proportion' || figure.form === 'average'))
    counts.push('denominator');
  if (figure.form === 'proportion' && (figure.numerator === null || figure.denominator === null)) counts.push('rest');
  return counts;
}

/** What lies between two running totals, as a figure that no page shows. */
function differences({ service }: Service, view: PublicView): { view: PublicView; keys: string[] } {
  const figures: SeenFigure[] = [];
  const sums: PublicView['sums'] = [];
  for (const measure of service) {
    if (measure.policy?.method !== 'hide') continue;
    for (const [before, after] of runsOf(measure)) {
      const [then, now] = [partsOf(measure, before), partsOf(measure, after)];
      const form = formOfMeasure(measure);
      const between = { numerator: now.numerator - then.numerator, denominator: now.denominator - then.denominator };
      const seen = view.figures.find(({ key }) => key === keyOf(measure, after)) as SeenFigure;
      if (between.denominator === 0 && form === 'proportion') continue;
      if (!isHiddenForItself(seen, between)) continue;
      const parts =
        form === 'average'
          ? (['denominator'] as const)
          : form === 'proportion'
            ? (['numerator', 'denominator'] as const)
            : (['numerator'] as const);
      for (const part of parts) {
        if (between[part] < 1 || between[part] > seen.threshold) continue;
        const key = `between ${keyOf(measure, before)} and ${keyOf(measure, after)}: ${part}`;
        figures.push({
          ...seen,
          key,
          form: 'count',
          numerator: null,
          denominator: 'none',
          value: null,
          because: null,
          target: null,
          colour: null,
          travel: [],
          laterTravel: [],
        });
        sums.push({
          parts: [
            { key: keyOf(measure, after), part, factor: 1 },
            { key: keyOf(measure, before), part, factor: -1 },
            { key, part: 'numerator', factor: -1 },
          ],
          low: 0,
          high: 0,
        });
      }
    }
  }
  return {
    view: { figures: [...view.figures, ...figures], sums: [...view.sums, ...sums] },
    keys: figures.map(({ key }) => key),
  };
}

/** Every hidden count of people that a reader of all that is public can work out: none, if the rules are kept. */
export function workedOutByReader(whole: Service): string[] {
  const hidden = hiddenOf(whole.service, whole.wholes);
  const shown = publicView(whole.service, whole.wholes, hidden);
  const { view, keys } = differences(whole, shown);
  const truth = new Map(
    whole.service.flatMap((measure) =>
      measure.readings.map((reading) => [keyOf(measure, reading), partsOf(measure, reading)]),
    ),
  );
  // A guess must be able to reach the largest number of people there is.
  const people = shown.figures.map(({ key, form }) => {
    const own = truth.get(key) ?? { numerator: 0, denominator: 0 };
    return form === 'count' || form === 'rate' ? own.numerator : own.denominator;
  });
  const years = whole.service.flatMap(({ scale, outturns }) =>
    scale === null ? outturns.map(({ value }) => Number(value)) : [],
  );
  const limit = Math.max(260, ...[...people, ...years].map((most) => most + 20));
  const left = (key: string, counted: Counted) => possibleNumbers(shown, key, counted, { truth, limit });
  // That none or all of many were counted tells of no few people.
  const isNone = ({ key, because }: SeenFigure, counted: Counted) =>
    because === 'other' &&
    counted !== 'denominator' &&
    (left(key, 'numerator').join() === '0' || left(key, 'rest').join() === '0');
  const exposed = shown.figures.flatMap((figure) =>
    hiddenCounts(figure).flatMap((counted) => {
      const numbers = left(figure.key, counted);
      return numbers.length >= 2 || isNone(figure, counted) ? [] : [`${counted} of ${figure.key}: ${numbers}`];
    }),
  );
  const between = keys.flatMap((key) => {
    const numbers = possibleNumbers(view, key, 'numerator', { truth, limit });
    return numbers.length >= 2 ? [] : [`${key}: ${numbers}`];
  });
  return [...exposed, ...between];
}
