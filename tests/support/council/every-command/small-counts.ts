import { decideForMeasure, decideForService } from '@/db/commands/disclosure/decide';
import { askException, confirmException, endException } from '@/db/commands/disclosure/exceptions';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { nameOwner } from '@/db/commands/people/posts';
import { approveReading, withdrawReading } from '@/db/commands/reading/reading-steps';
import { draft } from '../drafts';
import { content, emailOf, submitted } from '../working-council';
import { type Scene, type Step, server } from './scene';

/** What is decided on small counts of people, and what is shown in spite of it. */
export const smallCountsSteps = ({ db, as }: Scene): Step[] => [
  [
    'decide on small counts, and show some all the same',
    async () => {
      const decided = {
        method: 'hide',
        threshold: 5,
        reason: 'So few are recognised.',
        decidedBy: 'Cabinet',
      } as const;
      const decision = { ...decided, decidedOn: '2026-08-10' };
      await decideForService(db, as('Ada'), { service: 'ferries-and-piers', decision, was: 0 });
      const crew = draft({
        number: 11,
        code: 'ferry-03',
        requiredFrom: '2026-03-01',
        decimals: 0,
        countsPeople: true,
      });
      await addMeasure(db, as('Ada'), { service: 'ferries-and-piers', draft: crew });
      await nameOwner(db, server, { code: 'ferry-03', email: emailOf('Otis') });
      await decideForMeasure(db, as('Ada'), { code: 'ferry-03', decision, was: 0 });
      const figures = { code: 'ferry-03', reason: 'They published it themselves.' };
      for (const [periodStart, comments] of [
        ['2026-03-01', 'The boats were laid up for the winter.'],
        ['2026-04-01', 'Sailings began again once the pier was mended.'],
      ] as const) {
        const few = content({ value: null, numerator: '3', denominator: '40', comments });
        const written = await submitted(db, as('Otis'), 'ferry-03', few, periodStart);
        await approveReading(db, as('Hester'), written);
        await askException(db, as('Otis'), { ...figures, periodStart });
      }
      await endException(db, as('Hester'), { id: 1, reason: 'They did not.' });
      await confirmException(db, as('Hester'), { id: 2 });
      await askException(db, as('Otis'), { ...figures, periodStart: '2026-03-01' });
      await endException(db, as('Otis'), { id: 3, reason: 'It is not needed.' });
      const may = content({ value: null, numerator: '3', denominator: '40', comments: 'Two boats sailed.' });
      await withdrawReading(db, as('Otis'), await submitted(db, as('Otis'), 'ferry-03', may, '2026-05-01'));
    },
  ],
];
