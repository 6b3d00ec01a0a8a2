import type { FrozenRow } from '@/lib/edition/edition';
import type { Colour } from '@/lib/target/colour';
import { falling, trendFrom } from './chart-states';

type SparkRow = Pick<
  FrozenRow,
  'trend' | 'frequency' | 'target' | 'previous' | 'current' | 'period' | 'schedule' | 'rag'
>;

function sparkRow(values: (number | null)[], colour: Colour | null, more: Partial<SparkRow> = {}): SparkRow {
  const { periods } = trendFrom(values, () => null);
  const last = values.at(-1) ?? null;
  return {
    frequency: 'monthly',
    previous: { text: '16', why: null, label: '2017/18' },
    target: { text: '12', why: null, rule: 'at most 12' },
    current:
      last === null ? { text: null, why: 'Not available yet.', marks: [] } : { text: `${last}`, why: null, marks: [] },
    period: { label: 'Jul 2018', range: '1 to 31 July 2018', start: '2018-07-01' },
    rag: { colour, sentence: '' },
    schedule: {
      frequency: 'monthly',
      startMonth: 4,
      lagDays: 30,
      from: '2016-07-01',
      until: null,
      latest: '2018-07-01',
      gaps: [],
    },
    trend: {
      points: periods.map(({ start, value }, index) => ({ start, value, illustrative: index < values.length - 1 })),
      target: '12',
      targets: [{ start: '2018-04-01', value: '12' }],
    },
    ...more,
  };
}

/** The states of the trend of a row. */
export const sparkStates: { name: string; row: SparkRow }[] = [
  { name: 'Red, lower is better', row: sparkRow(falling, 'red') },
  {
    name: 'Green, in the shade',
    row: sparkRow(
      falling.map((value) => value - 3.5),
      'green',
    ),
  },
  {
    name: 'Amber, higher is better',
    row: sparkRow(falling, 'amber', { target: { text: '16', why: null, rule: 'at least 16' } }),
  },
  {
    name: 'No colour, no target',
    row: sparkRow(falling, null, {
      target: { text: null, why: 'No target is set.', rule: null },
      trend: { ...sparkRow(falling, null).trend, target: null, targets: [] },
    }),
  },
  {
    name: 'A gap, and no figure now',
    row: sparkRow([...falling.slice(0, 12), null, ...falling.slice(13, 24), null], null),
  },
  {
    name: 'Published elsewhere',
    row: sparkRow(falling, 'red', {
      trend: {
        ...sparkRow(falling, 'red').trend,
        points: sparkRow(falling, 'red').trend.points.map((point) => ({
          ...point,
          illustrative: false,
          elsewhere: true,
        })),
      },
    }),
  },
  {
    name: 'Hidden',
    row: sparkRow(falling, 'red', { current: { text: null, why: 'It counts few people.', hidden: true, marks: [] } }),
  },
  { name: 'No figures', row: sparkRow([], null) },
];
