import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure, mendMeasure } from '@/db/commands/measure/measure-edit';
import { reorderMeasures } from '@/db/commands/measure/measure-order';
import { setOutturn } from '@/db/commands/measure/outturns';
import { takeTargetBack } from '@/db/commands/measure/target-removal';
import { setTarget } from '@/db/commands/measure/targets';
import { closeYear } from '@/db/commands/measure/year-close';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { changeCouncil } from '@/db/commands/service/council';
import { addService, changeService } from '@/db/commands/service/services';
import { yearEndPage } from '@/db/queries/framework/year-end';
import { councilFields } from '@/lib/framework/council-entry';
import { measureFields } from '@/lib/framework/measure-differences';
import { numberFields } from '@/lib/framework/measure-order';
import { type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { draft, target } from '../drafts';
import { content, emailOf, submitted, today } from '../working-council';
import { type Scene, type Step, server } from './scene';

/** What an officer keeps: the council, services, measures, targets, outturns and the close of a year. */
export const frameworkSteps = ({ db, as, person }: Scene): Step[] => [
  [
    'add a service, and change it',
    async () => {
      const words: ServiceWords = {
        name: 'Ferries',
        slug: 'ferries',
        notice: null,
        place: 1,
        release: 'release',
        quarantineHours: null,
        contact: null,
      };
      await addService(db, as('Ada'), { words });
      const changed = { ...words, slug: 'ferries-and-piers', notice: 'Counted at the quays.', place: 3 };
      await changeService(db, as('Ada'), { slug: 'ferries', words: changed, was: serviceFields(words) });
    },
  ],
  [
    'add a measure, change it and mend a slip in it',
    async () => {
      const before = draft({ code: 'ferry-01', title: 'Ferries that runn' });
      await addMeasure(db, as('Ada'), { service: 'ferries', draft: before });
      const changed = { ...before, lagDays: 30 };
      const was = measureFields(before);
      await editMeasure(db, as('Ada'), { code: 'ferry-01', draft: changed, was, reason: 'More time.' });
      const mended = { title: 'Ferries that run', definition: before.definition };
      await mendMeasure(db, as('Ada'), { code: 'ferry-01', ...mended, was: before, reason: 'A typo.' });
    },
  ],
  [
    'put measures in another order',
    async () => {
      const ferry = { code: 'ferry-01', title: 'Ferries that run', number: draft().number };
      const numbers = new Map([['ferry-01', ferry.number + 1]]);
      await reorderMeasures(db, as('Ada'), { service: 'ferries', numbers, was: numberFields([ferry]) });
    },
  ],
  [
    'change what is kept of the council',
    async () => {
      const before = {
        name: 'Testshire',
        contact: 'figures@testshire.example',
        areaCode: null,
        licence: null,
        language: null,
      };
      const words = {
        ...before,
        areaCode: 'E06000999',
        licence: 'Open Government Licence v3.0',
        language: 'cy' as const,
      };
      await changeCouncil(db, as('Ada'), { words, was: councilFields(before) });
    },
  ],
  [
    'set targets, and take one back',
    async () => {
      const [first, second] = [target('80'), target('85', { effectiveFrom: '2026-10-01' })];
      await setTarget(db, as('Ada'), { code: 'ferry-01', draft: first, was: {} });
      const was = { 'the target from July 2026': 'at least 80%' };
      await setTarget(db, as('Ada'), { code: 'ferry-01', draft: second, was });
      await takeTargetBack(db, as('Ada'), { code: 'ferry-01', from: '2026-10-01', reason: 'The wrong year.' });
    },
  ],
  [
    'enter an outturn, and another in its place',
    async () => {
      const entered = { year: 2025, source: 'The return', reason: 'A quay was missed.' };
      await setOutturn(db, as('Ada'), { code: 'ferry-01', draft: { ...entered, value: '81' }, was: {} });
      const was = { 'the outturn of 2025/26': '81' };
      await setOutturn(db, as('Ada'), { code: 'ferry-01', draft: { ...entered, value: '82' }, was });
    },
  ],
  [
    'close a year',
    async () => {
      const ferry = draft({ number: 9, code: 'ferry-02', requiredFrom: '2026-03-01', window: 'snapshot' });
      await addMeasure(db, as('Ada'), { service: 'ferries', draft: ferry });
      await nameHead(db, server, { service: 'ferries', email: emailOf('Hester') });
      await nameOwner(db, server, { code: 'ferry-02', email: emailOf('Otis') });
      await setTarget(db, as('Ada'), {
        code: 'ferry-02',
        draft: target('80', { effectiveFrom: '2026-03-01' }),
        was: {},
      });
      const march = await submitted(db, as('Otis'), 'ferry-02', content(), '2026-03-01');
      await approveReading(db, as('Hester'), march);
      const page = await yearEndPage(db, await person('Ada'), 'ferries-and-piers', today);
      const { code, seen } = page?.rows.find(({ group }) => group === 'certain') ?? { code: '', seen: '' };
      await closeYear(db, as('Ada'), { service: 'ferries', confirm: [{ code, seen }] });
    },
  ],
];
