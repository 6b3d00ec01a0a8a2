import { nameCommittee } from '@/db/commands/committee/committees';
import { enterHoliday, removeHoliday } from '@/db/commands/committee/holidays';
import { dropMeeting, moveMeeting, setMeeting } from '@/db/commands/committee/meetings';
import { changeTerm, explainTerm, removeTerm } from '@/db/commands/glossary/terms';
import { setTheme } from '@/db/commands/measure/theme';
import { hearCheck, silenceCheck } from '@/db/commands/service/silenced-warnings';
import { by, type Scene, type Step, server } from './scene';

/** What stands around the measures: committees, bank holidays, words, silenced warnings and themes. */
export const aroundSteps = ({ db, as }: Scene): Step[] => [
  [
    'name committees',
    async () => {
      for (const slug of ['travel', 'roads'])
        await nameCommittee(db, server, { slug, name: slug, services: ['buses'] });
    },
  ],
  ['name a committee anew', () => nameCommittee(db, server, { slug: 'travel', name: 'Travel', services: ['trams'] })],
  [
    'set meetings',
    async () => {
      for (const day of ['2026-09-03', '2026-10-01', '2026-11-05'])
        await setMeeting(db, server, { committee: 'travel', day });
      await setMeeting(db, server, { committee: 'roads', day: '2026-12-01' });
    },
  ],
  ['drop a meeting', () => dropMeeting(db, server, { committee: 'travel', day: '2026-11-05', reason: 'No business.' })],
  [
    'move meetings',
    async () => {
      const reason = 'The room is taken.';
      await moveMeeting(db, server, { committee: 'travel', day: '2026-09-03', to: '2026-09-10', reason });
      await moveMeeting(db, by(1), { committee: 'travel', day: '2026-10-01', to: '2026-10-08', reason });
    },
  ],
  [
    'enter bank holidays, and take one away',
    async () => {
      for (const day of ['2026-09-21', '2026-10-19', '2026-11-16'])
        await enterHoliday(db, as('Ada'), { day, name: `Jubilee of ${day}`, insteadOf: null });
      await removeHoliday(db, as('Ada'), { day: '2026-11-16' });
    },
  ],
  [
    'explain words, change one and remove one',
    async () => {
      for (const term of ['FTE', 'LAC', 'YOT']) await explainTerm(db, as('Ada'), { term, meaning: 'Three letters.' });
      await explainTerm(db, as('Ada'), { term: 'FTE', meaning: 'First ticket entered.', service: 'buses' });
      const was = { 'the word': 'FTE', 'the meaning': 'Three letters.' };
      await changeTerm(db, as('Ada'), { id: 1, words: { term: 'FTE', meaning: 'Full-time equivalent.' }, was });
      await removeTerm(db, as('Ada'), { id: 3, was: { 'the word': 'YOT', 'the meaning': 'Three letters.' } });
    },
  ],
  [
    'silence warnings for services, and show one again',
    async () => {
      for (const rule of ['W2', 'W3', 'W9'] as const)
        await silenceCheck(db, as('Ada'), { slug: 'buses', rule, reason: `Buses needs no ${rule}.` });
      await hearCheck(db, as('Ada'), { slug: 'buses', rule: 'W9' });
    },
  ],
  ['put a measure under a theme', () => setTheme(db, as('Ada'), { code: 'ferry-01', theme: 'Getting about', was: '' })],
];
