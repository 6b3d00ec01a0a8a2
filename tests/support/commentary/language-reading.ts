import type { KnownFigure, ReadingText } from '@/lib/commentary/reading-text';
import type { Polarity, Unit } from '@/lib/measure/measure';
import type { Direction } from '@/lib/target/direction-of-travel';
import type { Colour, Target } from '@/lib/target/target';

const knownFigure = (label: string, value: string, from: string, until: string): KnownFigure => ({
  label,
  value,
  numerator: null,
  denominator: null,
  span: { from, until },
});

/** A measure of a service in July 2018 with its figures: this month, last year's, last month's. */
export type Row = {
  title: string;
  unit: Unit;
  decimals?: number;
  polarity: Polarity;
  value: string;
  lastYear: string;
  lastMonth: string;
  target: Target;
  colour: Colour;
};

function directionOf({ polarity, value, lastYear }: Row): Direction {
  const difference = Number(value) - Number(lastYear);
  if (difference === 0) return 'no_change';
  if (polarity === 'none') return difference > 0 ? 'increasing' : 'decreasing';
  return difference > 0 === (polarity === 'higher') ? 'improving' : 'worsening';
}

/** The reading of a row for July 2018, as the checks of its words know it; whatever is given replaces what it would have. */
export function languageReading(row: Row, comments: string | null, given: Partial<ReadingText> = {}): ReadingText {
  const text: ReadingText = {
    measure: {
      number: 7,
      code: 'measure',
      title: row.title,
      definition: row.title,
      whyNoTarget: null,
      unit: row.unit,
      decimals: row.decimals ?? 0,
      polarity: row.polarity,
      frequency: 'monthly',
      startMonth: 4,
      window: 'single',
      since: null,
      lagDays: 15,
      comparator: 'previous_year',
      scale: null,
      numeratorLabel: null,
      denominatorLabel: null,
      countsPeople: false,
      compareAs: 'shown',
      noChangeBand: null,
      outsideHundred: false,
    },
    period: { frequency: 'monthly', start: '2018-07-01' },
    figures: { value: row.value, numerator: null, denominator: null, missing: null },
    target: row.target,
    colour: row.colour,
    direction: directionOf(row),
    comparator: knownFigure('2017/18', row.lastYear, '2017-04-01', '2018-03-31'),
    earlier: [knownFigure('June 2018', row.lastMonth, '2018-06-01', '2018-06-30')],
    benchmarks: [],
    comments,
    publicNote: null,
    actions: [{ text: 'Recruit two more officers', owner: 'Team manager', due: '2018-12-31' }],
    commentsBefore: null,
    others: [],
    glossary: [{ term: 'FTE', meaning: 'Full-time equivalent: part-time posts are counted as parts of a full one.' }],
    hidden: [],
    corrects: null,
    today: '2018-08-17',
  };
  return Object.assign(text, given);
}

const atLeast = (green: string): Target => ({ shape: 'at_least', green, amber: null });
const atMost = (green: string): Target => ({ shape: 'at_most', green, amber: null });

/** Measures of ten services, better and worse than before, on target and not. */
export const rows = {
  bins: {
    title: 'Household waste sent for recycling',
    unit: 'percent',
    decimals: 1,
    polarity: 'higher',
    value: '43.2',
    lastYear: '41.5',
    lastMonth: '42.6',
    target: atLeast('45'),
    colour: 'red',
  },
  missedBins: {
    title: 'Missed bins for every 100,000 collections',
    unit: 'per_100000',
    polarity: 'lower',
    value: '61',
    lastYear: '48',
    lastMonth: '55',
    target: atMost('50'),
    colour: 'red',
  },
  libraries: {
    title: 'Visits to libraries',
    unit: 'number',
    polarity: 'higher',
    value: '18450',
    lastYear: '17900',
    lastMonth: '17120',
    target: atLeast('18000'),
    colour: 'green',
  },
  planning: {
    title: 'Major planning applications decided in time',
    unit: 'percent',
    polarity: 'higher',
    value: '88',
    lastYear: '92',
    lastMonth: '90',
    target: atLeast('90'),
    colour: 'red',
  },
  housing: {
    title: 'Average time to let an empty council home',
    unit: 'days',
    polarity: 'lower',
    value: '31',
    lastYear: '26',
    lastMonth: '29',
    target: atMost('25'),
    colour: 'red',
  },
  rent: {
    title: 'Rent collected',
    unit: 'percent',
    decimals: 1,
    polarity: 'higher',
    value: '98.4',
    lastYear: '98.1',
    lastMonth: '98.2',
    target: atLeast('98'),
    colour: 'green',
  },
  care: {
    title: 'Older people still at home 91 days after leaving hospital',
    unit: 'percent',
    polarity: 'higher',
    value: '84',
    lastYear: '81',
    lastMonth: '82',
    target: atLeast('85'),
    colour: 'red',
  },
  roads: {
    title: 'Dangerous potholes made safe within 24 hours',
    unit: 'percent',
    polarity: 'higher',
    value: '93',
    lastYear: '97',
    lastMonth: '95',
    target: atLeast('95'),
    colour: 'red',
  },
  benefits: {
    title: 'Average time to process a new benefit claim',
    unit: 'days',
    polarity: 'lower',
    value: '19',
    lastYear: '22',
    lastMonth: '20',
    target: atMost('20'),
    colour: 'green',
  },
  leisure: {
    title: 'Visits to leisure centres',
    unit: 'number',
    polarity: 'higher',
    value: '52300',
    lastYear: '54800',
    lastMonth: '53100',
    target: atLeast('54000'),
    colour: 'red',
  },
  sickness: {
    title: 'Days lost to sickness per employee',
    unit: 'days',
    decimals: 1,
    polarity: 'lower',
    value: '9.4',
    lastYear: '8.7',
    lastMonth: '9.1',
    target: atMost('8.5'),
    colour: 'red',
  },
  calls: {
    title: 'Calls answered by the contact centre',
    unit: 'percent',
    polarity: 'higher',
    value: '87',
    lastYear: '87',
    lastMonth: '87',
    target: atLeast('85'),
    colour: 'green',
  },
} satisfies Record<string, Row>;
