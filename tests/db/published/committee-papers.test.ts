import { beforeAll, describe, expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { committeeSubject, isOurPaper, keepCommitteePaper } from '@/db/commands/release/papers';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { seedDemonstration } from '@/db/demo/seed';
import {
  committeePaperSizes,
  committeesWithoutPapers,
  keptCommitteePaper,
} from '@/db/queries/published/committee-papers';
import { type JointBasis, jointBasis } from '@/db/queries/published/joint-paper-source';
import { verifyPapers } from '@/db/queries/verify/verify-papers';
import { committeePapers, committeeServices, services } from '@/db/schema';
import { jointPaper } from '@/lib/paper/joint-paper';
import { expectPaperAgrees, paperTexts } from '../../support/paper/paper-agreement';
import { cellTexts, tableWith } from '../../support/paper/paper-words';
import { testPdfMaker } from '../../support/paper/test-typeset';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const family = 'family-and-childrens-services';
const roads = 'roads-and-travel';
const later = '2030-01-01T00:00:00Z';
const secret = 'the key of this installation, which is not in its database';
const key = 'a'.repeat(64);
let ada: number;

const basisOf = async (slug: string, today = '2018-08-17'): Promise<JointBasis> => {
  const basis = await jointBasis(db, slug, { today, origin: 'https://council.example' });
  if (!basis) throw new Error(`there is no committee ${slug}`);
  return basis;
};
const keep = (basis: JointBasis, kind: 'pdf' | 'docx', bytes = Buffer.from(`a ${kind}`)) =>
  keepCommitteePaper(db, secret, { ...basis, kind, key, bytes });
const publish = (service: string, day: string) =>
  publishAsIs(db, { actorId: ada, publisher: 'performance officer', service, asAt: day, at: `${day}T09:00:00Z` });

beforeAll(async () => {
  await seedDemonstration(db);
  const [person] = await db.$client<{ id: number }[]>`select id from people where name like 'Ada%'`;
  ada = person?.id ?? 0;
  // Both services report to the committee of families as well.
  const { committeeId } = await basisOf(family);
  const all = await db.select({ serviceId: services.id }).from(services);
  await db
    .insert(committeeServices)
    .values(all.map(({ serviceId }) => ({ committeeId, serviceId })))
    .onConflictDoNothing();
});

test('both services of a committee: its paper and both files say every cell of the public pages', async () => {
  const { source } = await basisOf(family);
  expect(source.services.map(({ head }) => head.service.slug)).toEqual([
    'childrens-social-care',
    'highways-and-transport',
  ]);
  const paper = jointPaper(source);
  const tables = paper.blocks.filter(
    (block) => block.kind === 'table' && block.columns.some(({ head }) => head === 'Against target'),
  );
  const texts = await paperTexts(paper, testPdfMaker());
  const rows = source.services.map((each, index) => {
    const table = tables[index];
    if (table?.kind !== 'table') throw new Error('a service has no table');
    return expectPaperAgrees({ source: each, table, texts });
  });
  expect(rows[0]).toBe(20);
  const counts = tableWith(paper, 'Measures').rows.map(cellTexts);
  expect(counts.map(([, measures]) => measures)).toEqual(['20', String(rows[1]), String(20 + (rows[1] ?? 0))]);
});

test('nowhere is one of a committee that is not there', async () => {
  expect(await jointBasis(db, 'nowhere', { today: '2018-08-17', origin: '' })).toBeNull();
});

describe('a paper that is kept', () => {
  test('is one for each kind, with the editions that it is made of, and found while they are in force', async () => {
    const basis = await basisOf(family);
    await keep(basis, 'pdf', Buffer.from('an earlier one'));
    await keep(basis, 'pdf');
    await keep(basis, 'docx');
    expect(await db.$count(committeePapers)).toBe(2);
    expect(await committeePaperSizes(db, family, later)).toEqual({ pdf: 5, docx: 6 });
    expect(await committeePaperSizes(db, roads, later)).toEqual({});
    const kept = await keptCommitteePaper(db, basis.committeeId, 'pdf');
    const name = { subject: committeeSubject(basis.committeeId), kind: 'pdf', ...(kept ?? { key: '', sha256: '' }) };
    expect(kept && isOurPaper(secret, name, kept.bytes, kept.mac)).toBe(true);
    expect(kept && isOurPaper(secret, { ...name, subject: 'committee 99' }, kept.bytes, kept.mac)).toBe(false);
  });

  test.each([
    ['other bytes', () => db.$client`update committee_papers set bytes = 'x' where kind = 'pdf'`],
    ['another key', () => db.$client`update committee_papers set key = 'c' where kind = 'pdf'`],
    ['another mac', () => db.$client`update committee_papers set mac = 'c' where kind = 'pdf'`],
  ])('is nobody’s with %s', async (_, tamper) => {
    const checked = { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 };
    await keep(await basisOf(family), 'pdf');
    expect(await verifyPapers(db, secret, checked)).toBeNull();
    await tamper();
    expect(await verifyPapers(db, secret, checked)).toMatchObject({ table: 'committee_papers' });
  });

  test('is missing until both kinds of the present form are there, and again after a further edition and a withdrawal', async () => {
    const missing = () => committeesWithoutPapers(db, later, 10);
    await db.delete(committeePapers);
    expect(await missing()).toEqual([family, roads]);
    const basis = await basisOf(family);
    await keep(basis, 'pdf');
    expect(await missing()).toEqual([family, roads]);
    await keep(basis, 'docx');
    expect(await missing()).toEqual([roads]);
    await publish('highways-and-transport', '2018-12-20');
    expect(await missing()).toEqual([family, roads]);
    expect(await committeePaperSizes(db, family, later)).toEqual({});
    const withSecond = await basisOf(family, '2018-12-20');
    expect(withSecond.source.services.map(({ since }) => since.kind)).toEqual(['same', 'changes']);
    await keep(withSecond, 'pdf');
    await keep(withSecond, 'docx');
    expect(await missing()).toEqual([roads]);
    await withdrawEdition(
      db,
      { who: ada, at: '2018-12-21T09:00:00Z', today: '2018-12-21' },
      { service: 'highways-and-transport', number: 2, reason: 'It had the wrong year.' },
    );
    expect(await missing()).toEqual([family, roads]);
    expect((await basisOf(family, '2018-12-22')).editionIds).toEqual(basis.editionIds);
  });
});
