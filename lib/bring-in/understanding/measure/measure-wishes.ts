import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { periodField } from '@/lib/bring-in/understanding/cell/period-words';
import { shapeBy } from '@/lib/bring-in/understanding/cell/target-cell';
import type { Explicit, MeasureRead, TargetRead } from '@/lib/bring-in/understanding/sheet/row-read';
import type { Kind, Place, Wish } from '@/lib/bring-in/wish';
import { Exact } from '@/lib/figure/decimal';
import type { Polarity, Unit } from '@/lib/measure/measure';
import { parseMonth } from '@/lib/time/month-entry';
import { type Frequency, periodContaining, yearStart } from '@/lib/time/period';
import type { Guessed } from './measure-guess';
import type { Settled } from './measure-periods';
import { withoutUnnamedParts } from './unnamed-parts';

type Fields = Record<string, Explicit>;

/** A wish of fields that were each read somewhere. */
function wish(kind: Kind, place: Place, read: Fields, further: Record<string, string> = {}): Wish {
  const fields: Record<string, string> = { ...further };
  const places: Record<string, Place> = {};
  for (const [name, { value, place: at }] of Object.entries(read)) {
    fields[name] = value;
    places[name] = at;
  }
  return { kind, fields, places, place };
}

/** What a file asks for about one measure: a new one with all that it needs, one that is here with what its row says alone. */
export function wishesOf(
  measure: MeasureRead,
  {
    isKnown,
    settled,
    guessed,
    today,
    asking,
  }: { isKnown: boolean; settled: Settled; guessed: Guessed; today: string; asking: Asking },
): Wish[] {
  const { code, fields, place } = measure;
  const named: Fields = { measure: { value: code.value, place } };
  const first = firstPeriod(measure, settled, today);
  const own: Fields = isKnown
    ? { ...fields, code }
    : { ...newFields(measure, settled.frequency, guessed, first), code };
  if (isKnown) delete own.service;
  const says = !isKnown || Object.keys(own).length > 1;
  const inUnit = (figure: string, inFull: boolean): string => inThousands(figure, inFull, guessed.unit);
  return [
    ...(says ? [wish('measure', place, own)] : []),
    ...targetWishes(measure, named, {
      frequency: settled.frequency,
      polarity: guessed.polarity,
      first: isKnown ? null : first,
      asking,
    }),
    ...measure.outturns.map(({ year, figure, mark, inFull, place: at }) =>
      wish(
        'outturn',
        at,
        { ...named, figure: { value: inUnit(figure, inFull), place: at } },
        {
          year,
          standing: mark === 'provisional' ? mark : 'final',
          source: `The council’s own workbook, sheet “${at.sheet}”`,
          ...(mark === 'provisional' && { why: 'It is marked as provisional in the council’s own workbook.' }),
        },
      ),
    ),
    ...settled.readings
      .filter(({ fields: read }) => Object.keys(read).length > 0)
      .map((reading) => {
        const { period, inFull, place: at, periodPlace } = reading;
        const read = isKnown ? reading.fields : withoutUnnamedParts(reading, asking);
        const figure = read.figure && { figure: { ...read.figure, value: inUnit(read.figure.value, inFull) } };
        const when = periodPlace ? { ...named, period: { value: periodField(period), place: periodPlace } } : named;
        return wish('reading', at, { ...when, ...read, ...figure }, { period: periodField(period) });
      }),
  ];
}

const inThousands = (figure: string, inFull: boolean, unit: Unit): string =>
  inFull && unit === 'pounds_thousand' ? new Exact(figure).div(1000).toFixed() : figure;

/** The first day of the first period that a new measure has a figure for, or a target. */
function firstPeriod({ targets, fields }: MeasureRead, { frequency, readings }: Settled, today: string): string {
  const starts = readings.map(({ period }) => period.start).sort();
  const months = targets
    .flatMap(({ from }) => {
      const month = parseMonth(from);
      return 'start' in month ? [month.start] : [];
    })
    .sort();
  const startMonth = readings[0] && frequency === 'annual' ? Number(readings[0].period.start.slice(5, 7)) : 4;
  const given = fields.first_period ? parseMonth(fields.first_period.value) : null;
  if (given && 'start' in given) return given.start;
  return periodContaining(starts[0] ?? months.at(-1) ?? yearStart(today, 4), { frequency, startMonth }).start;
}

/** All that a new measure cannot be without: what its row does not say stands at the place of its title. */
function newFields(
  measure: MeasureRead,
  frequency: Frequency,
  { unit, decimals, polarity, covers, addsUp }: Guessed,
  first: string,
): Fields {
  const { fields, place, titleText } = measure;
  const made = (value: string): Explicit => ({ value, place });
  const startMonth = frequency === 'annual' ? Number(first.slice(5, 7)) : 4;
  return {
    ...fields,
    definition: fields.definition ?? fields.title ?? made(titleText),
    unit: fields.unit && fields.unit.value === unit ? fields.unit : made(unit),
    decimals: fields.decimals?.value === decimals ? fields.decimals : made(decimals),
    ...(covers !== 'single' && { covers: made(covers) }),
    ...(addsUp && { periods_add_up: made('yes') }),
    ...(polarity && { better: fields.better ?? made(polarity) }),
    frequency: fields.frequency && fields.frequency.value === frequency ? fields.frequency : made(frequency),
    ...(startMonth !== 4 && { year_begins: made(String(startMonth)) }),
    first_period: made(periodField({ frequency, start: first })),
  };
}

const isSameTarget = (one: TargetRead, other: TargetRead): boolean =>
  JSON.stringify([one.cell, one.amber?.value]) === JSON.stringify([other.cell, other.amber?.value]);

type Aim = { frequency: Frequency; polarity: Polarity | null; first: string | null; asking: Asking };

function targetWishes({ targets }: MeasureRead, named: Fields, { frequency, polarity, first, asking }: Aim): Wish[] {
  const byStart = new Map<string, TargetRead>();
  for (const target of targets) {
    const month = parseMonth(target.from);
    const start = 'start' in month ? periodContaining(month.start, { frequency, startMonth: 4 }).start : '';
    const from = first !== null && start < first ? first : start;
    const before = byStart.get(from);
    if (before && isSameTarget(before, target)) {
      const { sheet, column, row } = before.place;
      const cell = sheet === target.place.sheet ? `${column}${row}` : `${sheet}, ${column}${row}`;
      asking.leaveOut(target.place, `the same target stands in ${cell}`);
      continue;
    }
    if (before)
      asking.leaveOut(before.place, 'a target of before the first figure, or a second one from the same month');
    byStart.set(from, target);
  }
  let last = '';
  return [...byStart]
    .sort(([one], [two]) => one.localeCompare(two))
    .flatMap(([from, { cell, amber, place }]) => {
      const shape = 'malformed' in cell ? (shapeBy(polarity) ?? 'at_least') : (cell.shape ?? shapeBy(polarity));
      if (shape === null) {
        if (polarity) asking.leaveOut(place, 'a single figure, which does not say which figures would meet the target');
        return [];
      }
      const aim: Fields = {
        green_from: { value: 'malformed' in cell ? cell.malformed : cell.from, place },
        ...(!('malformed' in cell) && cell.to !== '' && { green_to: { value: cell.to, place } }),
        ...(amber && { amber_from: amber }),
      };
      const aimWords = JSON.stringify([shape, Object.entries(aim).map(([name, { value }]) => [name, value])]);
      // The target of the period before goes on.
      if (aimWords === last) return [];
      last = aimWords;
      return [wish('target', place, { ...named, ...aim }, { shape, from: periodField({ frequency, start: from }) })];
    });
}
