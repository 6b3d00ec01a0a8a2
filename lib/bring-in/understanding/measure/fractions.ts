import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import type { Explicit, MeasureRead } from '@/lib/bring-in/understanding/sheet/row-read';
import { Exact } from '@/lib/figure/decimal';

/** As many figures as show that percentages may be written as parts of one. */
const fewest = 3;

const plain = /^\d*\.?\d+$/;

/** Every figure of a measure that may be a part of one, each to be read and written. */
function figuresOf({ readings, targets, outturns }: MeasureRead): string[] {
  return [
    ...readings.flatMap(({ fields }) => (fields.figure && fields.figure.value !== '' ? [fields.figure.value] : [])),
    ...targets.flatMap(({ cell, amber }) => ('malformed' in cell ? [] : [cell.from, cell.to, amber?.value ?? ''])),
    ...outturns.map(({ figure }) => figure),
  ].filter((figure) => figure !== '');
}

/** Whether all figures of a measure lie from 0 to 1, as percentages do that are written as parts of one: 0.875. */
function areParts(measure: MeasureRead): boolean {
  const figures = figuresOf(measure);
  const isPart = (figure: string) => plain.test(figure) && Number(figure) <= 1;
  return figures.length >= fewest && figures.every(isPart) && figures.some((figure) => /\.\d{2}/.test(figure));
}

/** Asks whether percentages that all lie from 0 to 1 are parts of one, and writes them as percentages where they are. */
export function settleFractions(percentages: MeasureRead[], asking: Asking): void {
  const doubtful = percentages.filter(areParts);
  const example = doubtful[0] && figuresOf(doubtful[0])[0];
  if (example === undefined) return;
  const answer = asking.ask(
    {
      id: 'fractions',
      sentence: `Is ${example} a percentage of ${times100(example)}?`,
      gloss: 'All figures of such percentages lie between 0 and 1, and the file does not show them as percentages.',
      choices: [
        { value: 'times_100', label: `yes, ${example} is ${times100(example)}%` },
        { value: 'as_they_are', label: `no, ${example} is ${example}%` },
      ],
    },
    doubtful.map(({ place }) => place),
  );
  if (answer === 'times_100') for (const measure of doubtful) asPercentages(measure);
}

const times100 = (figure: string): string => (plain.test(figure) ? new Exact(figure).times(100).toFixed() : figure);

function asPercentages(measure: MeasureRead): void {
  const field = ({ value, place }: Explicit): Explicit => ({ value: times100(value), place });
  for (const { fields } of measure.readings) if (fields.figure) fields.figure = field(fields.figure);
  for (const target of measure.targets) {
    if (!('malformed' in target.cell))
      target.cell = { ...target.cell, from: times100(target.cell.from), to: times100(target.cell.to) };
    if (target.amber) target.amber = field(target.amber);
  }
  for (const outturn of measure.outturns) outturn.figure = times100(outturn.figure);
  measure.decimals = Math.max(0, measure.decimals - 2);
}
