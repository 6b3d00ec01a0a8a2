import { enterBenchmark, removeBenchmark } from '@/db/commands/measure/benchmarks';
import { rebaseMeasure, removeRebase } from '@/db/commands/measure/rebase';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure, takeRetirementBack } from '@/db/commands/measure/retire';
import { setScreening } from '@/db/commands/measure/screening';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import { nameSource } from '@/db/commands/measure/source';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { type Scene, type Step, server } from './scene';

const decision = { reason: 'The guide changed.', decidedBy: 'Cabinet', decidedOn: '2026-08-10' };

/** What is said of a series of figures, the figures of others beside it, and measures and editions that go. */
export const seriesSteps = ({ db, as, publish }: Scene): Step[] => [
  [
    'break a series, and take that back',
    async () => {
      const place = { code: 'bus-01', periodStart: '2026-08-01' };
      await breakSeries(db, as('Ada'), { ...place, reason: 'Trams left.' });
      await takeBreakBack(db, as('Ada'), { ...place, reason: 'They did not.' });
    },
  ],
  ['name a source', () => nameSource(db, server, { code: 'bus-01', source: 'The depots', ownerRole: 'Head of Buses' })],
  [
    'redefine',
    () =>
      redefineMeasure(db, server, {
        code: 'bus-02',
        from: '2026-06-01',
        definition: 'Less than a minute late.',
        ...decision,
      }),
  ],
  [
    'break series',
    async () => {
      for (const code of ['bus-02', 'bus-03'])
        await breakSeries(db, server, { code, periodStart: '2026-05-01', reason: `Trams left ${code}.` });
    },
  ],
  [
    'rebase',
    async () => {
      for (const month of ['04', '05', '06'])
        await rebaseMeasure(db, as('Ada'), {
          code: 'bus-01',
          periodStart: `2026-${month}-01`,
          reason: `A new timetable in month ${month}.`,
        });
    },
  ],
  [
    'remove a rebase',
    () => removeRebase(db, as('Ada'), { code: 'bus-01', periodStart: '2026-04-01', reason: 'The wrong month.' }),
  ],
  ['set screening', () => setScreening(db, as('Ada'), { code: 'bus-01', on: true, reason: 'Snow in March.' })],
  [
    'enter comparators',
    async () => {
      for (const name of ['England', 'North East', 'Ours'])
        await enterBenchmark(db, as('Ada'), {
          code: 'bus-01',
          name,
          source: 'DfT',
          alike: true,
          note: 'Alike.',
          values: [
            { from: '2026-03-01', until: '2026-03-31', value: '80' },
            { from: '2026-04-01', until: '2026-04-30', value: '81' },
          ],
        });
    },
  ],
  [
    'correct a comparator',
    () =>
      enterBenchmark(db, as('Ada'), {
        code: 'bus-01',
        name: 'England',
        source: 'DfT',
        alike: false,
        note: 'Not alike.',
        values: [{ from: '2026-03-01', until: '2026-03-31', value: '82' }],
      }),
  ],
  [
    'remove a comparator',
    () => removeBenchmark(db, as('Ada'), { code: 'bus-01', name: 'Ours', reason: 'It was ours.' }),
  ],
  [
    'retire, and take that back',
    async () => {
      await retireMeasure(db, server, { code: 'bus-02', retiredOn: '2026-08-31', ...decision });
      await takeRetirementBack(db, as('Ada'), { code: 'bus-02', reason: 'The count goes on.' });
    },
  ],
  [
    'retire, and publish without',
    async () => {
      for (const code of ['bus-02', 'bus-03'])
        await retireMeasure(db, server, { code, retiredOn: '2026-08-17', ...decision });
      await publish('2026-08-20');
    },
  ],
  [
    'withdraw editions',
    async () => {
      for (const number of [2, 3])
        await withdrawEdition(db, as('Ada', { at: '2026-08-20T12:00:00Z', today: '2026-08-20' }), {
          service: 'buses',
          number,
          reason: `Edition ${number} was a mistake.`,
        });
    },
  ],
];
