import { expect, test } from 'vitest';
import { readImport } from '@/db/commands/bring-in/read-import';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { personById } from '@/db/facts/person';
import { importPage } from '@/db/queries/bring-in/import-page';
import { bringIn, understood } from '../../support/council/brought';
import { wish } from '../../support/council/wishes';
import { at, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as } = await workingCouncil(db);
const ada = await personById(db, as('Ada').who);
if (!ada) throw new Error('Ada is not here');

const lights = { title: 'Street lights mended in time', definition: 'Mended.', unit: 'percent', better: 'higher' };

test('measures are counted by themselves, owners and heads beside them, and a file that is over says what it made', async () => {
  const wishes = [
    wish('service', 2, { name: 'Lights' }),
    wish('measure', 2, {
      service: 'Lights',
      code: 'lit-01',
      frequency: 'monthly',
      first_period: 'April 2018',
      owner: 'Olive Turner',
      ...lights,
    }),
    wish('reading', 2, { measure: 'lit-01', period: '2018-06', figure: '97' }),
  ];
  const { id } = await understood(db, as('Ada'), wishes);
  const page = await importPage(db, { who: ada, id });
  // An owner is named by an administrator, which Ada is not here.
  const made = (kind: string) => page?.plan?.byKind.find((each) => each.kind === kind)?.counts.create;
  expect([made('service'), made('measure'), made('reading')]).toEqual([1, 1, 1]);
  expect(page?.plan?.posts).toEqual({ create: 0, change: 0, same: 0, refuse: 1 });
  expect(page?.plan?.counts).toEqual({ create: 3, change: 0, same: 0, refuse: 1 });
  expect(page?.made).toEqual([]);
  await bringIn(db, as('Ada'), id, { onlyGood: true });
  const over = await importPage(db, { who: ada, id });
  expect(over?.state).toBe('done');
  expect(Object.fromEntries(over?.made.map(({ kind, count }) => [kind, count]) ?? [])).toEqual({
    service: 1,
    measure: 1,
    reading: 1,
  });
});

test('the page shows the sheet as it is, its hidden rows told, and the first measures as the scorecard would show them', async () => {
  const csv = `Ref,Indicator,Unit,Good,Target 18/19,Apr 2018,May 2018,Jun 2018
h-91,Homes let in time,%,higher,95,96,94,97`;
  const bytes = Buffer.from(csv, 'utf8');
  const id = await receiveFile(db, as('Ada'), { name: 'Lettings.csv', bytes, scope: 'council' });
  expect(await readImport(db, id, { at, today })).toBe(true);
  const page = await importPage(db, { who: ada, id });
  const [sheet] = page?.sheets ?? [];
  expect(sheet?.rows.map(({ number, use, hidden, cells }) => [number, use, hidden, cells[1]])).toEqual([
    [1, 'heading', false, 'Indicator'],
    [2, 'data', false, 'Homes let in time'],
  ]);
  expect(sheet?.hiddenColumns).toEqual([]);
  const asked = page?.questions.filter(({ proposed }) => proposed === null).map(({ sentence }) => sentence);
  expect(asked).toEqual([expect.stringMatching(/Whose measures are these/)]);
});
