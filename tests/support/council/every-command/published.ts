import { correctHistory } from '@/db/commands/elsewhere/correct-history';
import { confirmCorrection, endCorrection } from '@/db/commands/elsewhere/correction-steps';
import { confirmHistory, discardHistory } from '@/db/commands/elsewhere/history-steps';
import { layHistory } from '@/db/commands/elsewhere/lay-history';
import { months } from '../../bring-in/laid-history';
import type { Scene, Step } from './scene';

/** What is published: history from elsewhere, editions, and corrections of what they show. */
export const publishedSteps = ({ db, as, id, trams, measures, publish, approve, correct }: Scene): Step[] => [
  [
    'bring in what was published elsewhere, confirm it and throw it away',
    async () => {
      const tram = measures.at(-1)?.id ?? 0;
      const bring = (start: string) =>
        db.transaction((tx) =>
          layHistory(tx, {
            at: as('Ada').at,
            who: id.Ada,
            serviceId: trams.id,
            where: 'the annual report',
            on: '2026-03-20',
            importId: null,
            file: null,
            rows: months(tram, start, ['88', '89']),
          }),
        );
      await bring('2025-11-01');
      await confirmHistory(db, as('Hester'), { id: 1 });
      await bring('2026-01-01');
      await discardHistory(db, as('Ada'), { id: 2, reason: 'The wrong file' });
    },
  ],
  [
    'correct what was published elsewhere, and leave it as it is',
    async () => {
      const correction = {
        code: 'tram-01',
        revision: 1,
        numerator: null,
        denominator: null,
        provisional: false,
        reason: 'error',
        note: 'A depot was counted twice.',
      } as const;
      await correctHistory(db, as('Ada'), { ...correction, periodStart: '2025-11-01', value: '87' });
      await confirmCorrection(db, as('Hester'), { id: 1 });
      await correctHistory(db, as('Ada'), { ...correction, periodStart: '2025-12-01', value: '90' });
      await endCorrection(db, as('Hester'), { id: 2, reason: 'The report was right.' });
    },
  ],
  [
    'approve and publish',
    async () => {
      for (const month of ['03', '04', '05', '06']) await approve(month);
      await publish();
    },
  ],
  [
    'correct and publish, twice',
    async () => {
      for (const [month, value] of [
        ['03', '92'],
        ['04', '93'],
      ] as const) {
        await correct(month, value);
        await publish();
      }
    },
  ],
];
