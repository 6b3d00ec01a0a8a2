import type { CountedMeasure, HiddenMeasure, HiddenReading, Part } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import { hiddenCounts } from './attack';
import { formOfMeasure, keyOf, partsOf, publicView } from './public-view';
import type { Service } from './random-service';
import { type Counted, isHiddenForItself, possibleNumbers, type SeenFigure } from './solver';

/** One way to hide the only figure of a row: the parts that are hidden, and the decimals at which the value is shown instead. */
type Way = { parts: Part[]; decimals: number | null };

/** How much a way hides: a value counts as two, at fewer decimals as a half, and a count or what it is out of as one. */
const sizeOf = ({ parts, decimals }: Way): number => {
  const isValue = parts.includes('value');
  return parts.length + (isValue ? 1 : 0) - (decimals === null ? 0 : 1.5);
};
const shown: Way = { parts: [], decimals: null };

/** Every way to hide a figure; a value is hidden with a count only, since the two that are left would give it. */
function waysOf(measure: CountedMeasure): Way[] {
  if (formOfMeasure(measure) === 'count') return [shown, { parts: ['value'], decimals: null }];
  const counts: Part[][] = [['numerator'], ['denominator'], ['numerator', 'denominator']];
  const values: Way[] = [shown, { parts: ['value'], decimals: null }];
  if (measure.decimals > 0) values.push({ parts: ['value'], decimals: 0 });
  return [
    shown,
    ...counts.flatMap((parts) =>
      values.map((value) => ({ parts: [...value.parts, ...parts], decimals: value.decimals })),
    ),
  ];
}

const hidesAll = (way: Way, least: Way): boolean =>
  least.parts.every((part) => way.parts.includes(part)) &&
  (!least.parts.includes('value') || way.decimals === null || way.decimals === least.decimals);

const wayOf = (hidden: HiddenMeasure | undefined): Way => {
  const [reading] = hidden?.readings ?? [];
  return reading ? { parts: reading.parts, decimals: reading.decimals } : shown;
};

/** A service whose rows are hidden in these ways, and in no other. */
function hiding(service: CountedMeasure[], ways: Way[]): HiddenMeasure[] {
  return service.map((measure, at): HiddenMeasure => {
    const way = ways[at] as Way;
    const [own] = measure.readings;
    const parts = own && partsOf(measure, own);
    const figure = { form: formOfMeasure(measure), threshold: measure.policy?.threshold ?? 5 } as SeenFigure;
    const reading: HiddenReading = {
      start: own?.start ?? '',
      revision: 0,
      ...way,
      hidesColour: true,
      hidesTravel: true,
      hidesSignal: true,
      why: '',
      because: parts && isHiddenForItself(figure, parts) ? 'small' : 'other',
    };
    return { code: measure.code, readings: way.parts.length > 0 ? [reading] : [], outturns: [], alreadyTold: [] };
  });
}

/** Whether two numbers are left for each hidden count of people, where none of many may be known. */
function isSafe({ service, wholes }: Service, ways: Way[]): boolean {
  const view = publicView(service, wholes, hiding(service, ways));
  const truth = new Map(
    service.flatMap((row) => row.readings.map((reading) => [keyOf(row, reading), partsOf(row, reading)])),
  );
  const limit = Math.max(...[...truth.values()].flatMap(({ numerator, denominator }) => [numerator, denominator])) + 30;
  const isTwo = (key: string, counted: Counted) =>
    possibleNumbers(view, key, counted, { truth, limit: 4, hops: 2 }).length >= 2 ||
    possibleNumbers(view, key, counted, { truth, limit }).length >= 2;
  return view.figures.every((figure) => hiddenCounts(figure).every((counted) => isTwo(figure.key, counted)));
}

/** The ways of each row that hide at least what it hides by itself, with how much more. */
type Choice = { way: Way; more: number };

/** Whether some choice for each row, together so much more and no less, leaves two numbers for each hidden count. */
function someSafe(whole: Service, choices: Choice[][], more: number, ways: Way[] = []): boolean {
  const [own, ...others] = choices;
  if (!own) return more === 0 && isSafe(whole, ways);
  return own.some(
    (choice) => choice.more <= more && someSafe(whole, others, more - choice.more, [...ways, choice.way]),
  );
}

/**
 * How much is hidden of a service with one figure a row, and the least that would do, by trying every choice; both without what
 * each row hides by itself.
 */
export function hiddenAndLeast(whole: Service): { hidden: number; least: number; alone: number; isSafe: boolean } {
  const { service, wholes } = whole;
  const now = hiddenOf(service, wholes).map(wayOf);
  const alone = service.map((measure) => wayOf(hiddenOf([measure], [])[0]));
  const choices = service.map((measure, at) => {
    const own = alone[at] as Way;
    return waysOf(measure)
      .filter((way) => hidesAll(way, own))
      .map((way) => ({ way, more: sizeOf(way) - sizeOf(own) }));
  });
  const total = (ways: Way[]) => ways.reduce((sum, way) => sum + sizeOf(way), 0);
  const hidden = total(now) - total(alone);
  let least = 0;
  while (least < hidden && !someSafe(whole, choices, least)) least += 0.5;
  return { hidden, least, alone: total(alone), isSafe: isSafe(whole, now) };
}
