import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { periodName } from '@/lib/bring-in/understanding/cell/period-words';
import type { Explicit, MeasureRead, ReadingRead } from '@/lib/bring-in/understanding/sheet/row-read';
import { listed } from '@/lib/text/number-in-words';
import { type Frequency, label, type Period, periodContaining } from '@/lib/time/period';

/** How often a measure has figures, how that is known, and its readings by the periods that they are of. */
export type Settled = { frequency: Frequency; guessed: boolean; readings: ReadingRead[] };

const monthOfStart = ({ start }: Period): number => Number(start.slice(5, 7));
const isLast = (month: number): boolean => month % 3 === 0;
const isFirst = (month: number): boolean => month % 3 === 1;

/** The measures whose months may be quarters: figures under the last months of quarters alone, where others have more. */
export function doubtfulMeasures(measures: MeasureRead[]): Map<MeasureRead, 'last' | 'first'> {
  const doubtful = new Map<MeasureRead, 'last' | 'first'>();
  const inFile = new Set(
    measures.flatMap(({ readings }) =>
      readings.flatMap(({ period }) => (period.frequency === 'monthly' ? [period.start] : [])),
    ),
  );
  const months = [...inFile].map((start) => Number(start.slice(5, 7)));
  const apart = new Set(months).size > 1 && (months.every(isLast) || months.every(isFirst));
  const quarterOf = (start: string) => periodContaining(start, { frequency: 'quarterly', startMonth: 4 }).start;
  const crowded = new Set([...inFile].filter((start) => !isLast(Number(start.slice(5, 7)))).map(quarterOf));
  for (const measure of measures) {
    const its = measure.readings.map(({ period }) => period);
    if (measure.fields.frequency || its.length === 0 || its.some(({ frequency }) => frequency !== 'monthly')) continue;
    if (
      its.every((period) => isLast(monthOfStart(period))) &&
      (apart || its.some(({ start }) => crowded.has(quarterOf(start))))
    )
      doubtful.set(measure, 'last');
    else if (apart && its.every((period) => isFirst(monthOfStart(period)))) doubtful.set(measure, 'first');
  }
  return doubtful;
}

/** Asks once whether such months are quarters: 'Is “Jun” the month, or the quarter from April to June?' */
export function askAboutQuarters(
  doubtful: Map<MeasureRead, 'last' | 'first'>,
  asking: Asking,
): Map<MeasureRead, boolean> {
  const answers = new Map<MeasureRead, boolean>();
  for (const which of ['last', 'first'] as const) {
    const some = [...doubtful].flatMap(([measure, its]) => (its === which ? [measure] : []));
    const period = some[0]?.readings[0]?.period;
    if (!period) continue;
    const month = label(period).slice(0, 3);
    const quarter = periodName(periodContaining(period.start, { frequency: 'quarterly', startMonth: 4 })).replace(
      / \d{4}$/,
      '',
    );
    const names = some.slice(0, 4).map(({ called }) => called);
    const words = some.length > 4 ? `${names.slice(0, 3).join(', ')} and ${some.length - 3} more` : listed(names);
    const only = new Set(some.flatMap(({ readings }) => readings.map(({ period: each }) => each.start))).size === 1;
    const answer = asking.ask(
      {
        id: which === 'last' ? 'quarters' : 'quarters-first',
        sentence: `Is “${month}” the month, or the quarter from ${quarter}?`,
        gloss: `${some.length === 1 ? 'The measure' : 'The measures'} ${words} ${some.length === 1 ? 'has' : 'have'} figures under ${only ? `${month} only` : 'one month of each quarter only'}.`,
        choices: [
          { value: 'quarter', label: 'the quarter' },
          { value: 'month', label: 'the month' },
        ],
        proposed: 'quarter',
      },
      some.flatMap(({ readings }) => readings.map(({ place }) => place)),
    );
    for (const measure of some) answers.set(measure, answer === 'quarter');
  }
  return answers;
}

const finest: Frequency[] = ['monthly', 'quarterly', 'termly', 'half_yearly', 'annual'];

/** Files the readings of a measure under periods of one frequency; of two in one period the later month counts. */
export function settledPeriods(
  measure: MeasureRead,
  chosen: Frequency | null,
  asQuarters: boolean,
  asking: Asking,
): Settled {
  const { leaveOut } = asking;
  const found = finest.find((each) => measure.readings.some(({ period }) => period.frequency === each));
  const frequency = chosen ?? (asQuarters ? 'quarterly' : (found ?? measure.awaited ?? 'annual'));
  const byPeriod = new Map<string, { month: string; reading: ReadingRead }>();
  for (const reading of measure.readings) {
    if (finest.indexOf(reading.period.frequency) > finest.indexOf(frequency)) {
      leaveOut(reading.place, 'a figure of a longer time, beside those of shorter periods');
      continue;
    }
    const period =
      reading.period.frequency === frequency
        ? reading.period
        : periodContaining(reading.period.start, { frequency, startMonth: 4 });
    const before = byPeriod.get(period.start);
    const filed = { month: reading.period.start, reading: { ...reading, period } };
    if (!before) byPeriod.set(period.start, filed);
    else if (before.month === filed.month) joinReadings(before.reading, reading, asking);
    else {
      const later = before.month > filed.month ? before : filed;
      leaveOut(
        (later === before ? filed : before).reading.place,
        `a month inside ${periodName(period)}, whose last month counts`,
      );
      byPeriod.set(period.start, later);
    }
  }
  const readings = [...byPeriod.values()].map(({ reading }) => reading);
  return { frequency, guessed: chosen === null && found === undefined && measure.awaited === null, readings };
}

/** Two cells of one period: what the second adds is taken, and a second figure is named. */
function joinReadings(kept: ReadingRead, other: ReadingRead, asking: Asking): void {
  const { leaveOut } = asking;
  for (const [field, { value, place }] of Object.entries(other.fields)) {
    const before = kept.fields[field];
    if (!before) kept.fields[field] = { value, place };
    else if (before.value !== value && field === 'figure') askWhich(kept, before, { value, place }, asking);
    else if (before.value !== value)
      leaveOut(place, `another text for the same period stands in ${before.place.column}${before.place.row}`);
    else leaveOut(place, `the same stands in ${before.place.column}${before.place.row}`);
  }
}

/** Asks which of two figures counts; until then there is none. */
function askWhich(kept: ReadingRead, one: Explicit, other: Explicit, { ask }: Asking): void {
  const choices = [one, other].map(({ value, place: { column, row } }) => ({
    value: `${column}${row}`,
    label: `${value}, in ${column}${row}`,
  }));
  const { sheet, column, row } = other.place;
  const answer = ask(
    {
      id: `figure:${sheet}!${column}${row}`,
      sentence: `Which figure counts, ${one.value} or ${other.value}?`,
      gloss: `Both are of ${periodName(kept.period)} and of the same measure.`,
      choices,
    },
    [one.place, other.place],
  );
  if (answer === choices[1]?.value) kept.fields.figure = other;
  if (answer === null) delete kept.fields.figure;
}
