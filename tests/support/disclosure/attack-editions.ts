import { workedOutSentence } from '@/lib/disclosure/why-hidden';
import { hiddenCounts } from './attack';
import { type PrintedMeasure, type PrintedRow, viewOfEditions } from './frozen-view';
import { type FrozenMeasure, livedEditions } from './lived-editions';
import type { LivedMeasure, LivedService } from './lived-service';
import { keyOf, partsOf } from './public-view';
import {
  type Counted,
  type Guess,
  isHiddenForItself,
  type PublicView,
  possibleNumbers,
  type SeenFigure,
  type SeenTarget,
} from './solver';

const ways: Record<string, number> = { improving: 1, worsening: -1, no_change: 0, increasing: 1, decreasing: -1 };

/** What a row prints of its figure. */
function printedRow({ row }: FrozenMeasure, measure: LivedMeasure): PrintedRow | null {
  if (!row.period) return null;
  const { direction } = row.travel;
  const isHigher = measure.polarity === 'higher' ? 1 : -1;
  const year = measure.comparator === 'previous_year' ? Number(row.previous.label.slice(0, 4)) : null;
  if (row.travel.direction !== null && row.previous.text === null)
    throw new Error(`${measure.code} is compared with nothing.`);
  const revision = row.current.marks.includes('r') ? 1 : 0;
  return {
    start: row.period.start,
    revision,
    way: direction === null ? null : (ways[direction] ?? 0) * isHigher || 0,
    previous: row.previous.text !== null && !row.previous.rounded ? row.previous.text : null,
    year,
    sentences: [row.realTerms ?? '', row.rag.sentence, row.travel.sentence, ...row.notes],
  };
}

/** Everything that one edition prints of a measure. */
function printed(frozen: FrozenMeasure, measure: LivedMeasure): PrintedMeasure {
  const own = printedRow(frozen, measure);
  const figures = frozen.readings.map((reading) => ({
    ...reading,
    why: reading.hidden?.why ?? null,
    decimals: reading.hidden?.decimals ?? null,
    target: reading.target as SeenTarget | null,
  }));
  const known = new Map(figures.map((figure) => [figure.start, figure]));
  // A point of the trend says what its reading says, in this edition or in one before.
  for (const { start, value } of frozen.row.trend.points) {
    const reading = known.get(start);
    if (reading && reading.value !== value) throw new Error(`The trend of ${measure.code} says ${value} for ${start}.`);
  }
  return { measure, row: own, figures: figures.map((figure) => ({ ...figure, target: targetOf(figure.target) })) };
}

const targetOf = (target: SeenTarget | null): SeenTarget | null =>
  target && {
    shape: target.shape,
    green: Number(target.green),
    amber: target.amber === null ? null : Number(target.amber),
  };

/** What lies between two neighbouring running totals, where it is a small count of people that no page shows. */
function between(
  { measures }: LivedService,
  view: PublicView,
  truth: Map<string, Guess>,
): { view: PublicView; gaps: { key: string; ends: string[] }[] } {
  const figures: SeenFigure[] = [];
  const gaps: { key: string; ends: string[] }[] = [];
  const sums: PublicView['sums'] = [];
  for (const measure of measures) {
    if (measure.policy?.method !== 'hide' || measure.window !== 'ytd') continue;
    const own = view.figures
      .filter(({ key }) => key.startsWith(`${measure.code}/`))
      .toSorted((a, b) => a.key.localeCompare(b.key));
    for (const [at, after] of own.slice(1).entries()) {
      const before = own[at] as SeenFigure;
      const [then, now] = [truth.get(before.key) as Guess, truth.get(after.key) as Guess];
      const gap = { numerator: now.numerator - then.numerator, denominator: now.denominator - then.denominator };
      const isNewYear = /-04-01\//.test(after.key);
      if (isNewYear || (gap.denominator === 0 && after.form === 'proportion') || !isHiddenForItself(after, gap))
        continue;
      const parts = {
        proportion: ['numerator', 'denominator'],
        average: ['denominator'],
        rate: ['numerator'],
        count: ['numerator'],
      } as const;
      for (const part of parts[after.form]) {
        if (gap[part] < 1 || gap[part] > after.threshold) continue;
        const key = `between ${before.key} and ${after.key}: ${part}`;
        const seen = { because: null, target: null, colour: null, travel: [], laterTravel: [], value: null };
        gaps.push({ key, ends: [before.key, after.key] });
        figures.push({ ...after, ...seen, key, form: 'count', numerator: null, denominator: 'none' });
        const term = (of: string, as: 'numerator' | 'denominator', factor: number) => ({ key: of, part: as, factor });
        sums.push({
          parts: [term(after.key, part, 1), term(before.key, part, -1), term(key, 'numerator', -1)],
          low: 0,
          high: 0,
        });
      }
    }
  }
  return {
    view: { figures: [...view.figures, ...figures], sums: [...view.sums, ...sums] },
    gaps,
  };
}

/**
 * Every hidden count of people that a reader of all editions of a service's life can work out: none, if the rules are kept. `told` are
 * those of which an edition said to the staff that figures before it gave them away, and `undecided` those that it would take too
 * long to say of.
 */
export function workedOutOverEditions(lived: LivedService): WorkedOut {
  const editions = livedEditions(lived);
  const byCode = new Map(lived.measures.map((measure) => [measure.code, measure]));
  const pages = editions.map((edition) =>
    edition.measures.map((frozen) => printed(frozen, byCode.get(frozen.code) as LivedMeasure)),
  );
  return workedOutFrom(lived, pages, new Set(editions.flatMap(({ toldStaff }) => toldStaff)));
}

type WorkedOut = Record<'untold' | 'told' | 'undecided', string[]>;

/** The same from what editions printed, wherever it was read, and what the staff were told. */
export function workedOutFrom(lived: LivedService, pages: PrintedMeasure[][], staff: Set<string>): WorkedOut {
  const byCode = new Map(lived.measures.map((measure) => [measure.code, measure]));
  const shown = viewOfEditions(pages, lived.wholes);
  const truth = new Map(
    lived.measures.flatMap((measure) =>
      measure.readings.map((reading) => [keyOf(measure as never, reading), partsOf(measure as never, reading)]),
    ),
  );
  const exposed = shown.figures.flatMap((figure) =>
    hiddenCounts(figure).flatMap((counted) => {
      const left = isLeft(shown, figure.key, counted, truth);
      const isNone = () =>
        figure.because === 'other' &&
        counted !== 'denominator' &&
        (['numerator', 'rest'] as const).some((part) => isLeft(shown, figure.key, part, truth) === 'none');
      // That none or all of many were counted tells of no few people.
      const isSafe = left === 'two' || isNone();
      return isSafe ? [] : [{ left, keys: [figure.key], words: `${counted} of ${figure.key}` }];
    }),
  );
  const { view, gaps } = between(lived, shown, truth);
  const narrow = gaps.flatMap(({ key, ends }) => {
    const left = isLeft(view, key, 'numerator', truth);
    return left === 'two' ? [] : [{ left, keys: ends, words: key }];
  });
  const isTold = (key: string) => {
    const [code = '', start = ''] = key.split('/');
    const measure = byCode.get(code);
    return measure !== undefined && staff.has(`${code}: ${workedOutSentence(start, measure)}`);
  };
  const all = [...exposed, ...narrow];
  const undecided = all.filter(({ left }) => left === 'undecided');
  const found = all.filter(({ left }) => left !== 'undecided');
  const words = (some: typeof all) => some.map((one) => one.words);
  return {
    untold: words(found.filter(({ keys }) => !keys.some(isTold))),
    told: words(found.filter(({ keys }) => keys.some(isTold))),
    undecided: words(undecided),
  };
}

/** How far from the truth two numbers are looked for, and how many sums away. */
const reaches = [
  [4, 1],
  [90, 0],
  [6, 2],
  [12, 3],
  [30, 4],
  [90, 1],
  [90, 3],
  [90, 8],
] as const;

/** Whether two numbers are left near the true one; `undecided` where the search takes too long. */
function isLeft(
  view: PublicView,
  key: string,
  counted: Counted,
  truth: Map<string, Guess>,
): 'two' | 'one' | 'undecided' | 'none' {
  let isDecided = true;
  let numbers: number[] = [];
  for (const [limit, hops] of reaches) {
    try {
      numbers = possibleNumbers(view, key, counted, { truth, limit, hops });
      isDecided = true;
    } catch {
      isDecided = false;
    }
    if (numbers.length >= 2) return 'two';
  }
  if (!isDecided) return 'undecided';
  return numbers[0] === 0 ? 'none' : 'one';
}
