import { beforeAll, describe, expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { isOurPaper, keepPaper } from '@/db/commands/release/papers';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { seedDemonstration } from '@/db/demo/seed';
import { editionsWithoutPapers, keptPaper, paperSizes } from '@/db/queries/published/edition-papers';
import { editionInForce, type InForce } from '@/db/queries/published/in-force';
import { paperSource } from '@/db/queries/published/paper-source';
import { verifyPapers } from '@/db/queries/verify/verify-papers';
import { papers } from '@/db/schema';
import { editionPaper } from '@/lib/paper/edition-paper';
import type { Paper } from '@/lib/paper/paper';
import { expectPaperAgrees, paperTexts } from '../../support/paper/paper-agreement';
import { cellTexts, tableWith } from '../../support/paper/paper-words';
import { testPdfMaker } from '../../support/paper/test-typeset';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const services = ['childrens-social-care', 'highways-and-transport'];
const address = 'https://council.example/scorecards/x/editions/1';
const later = '2030-01-01T00:00:00Z';
let people: { ada: number };

const inForce = async (slug: string): Promise<InForce> => {
  const edition = await editionInForce(db, slug, later);
  if (!edition) throw new Error(`${slug} has no edition`);
  return edition;
};
const paperOf = async (edition: InForce): Promise<Paper> => editionPaper(await paperSource(db, edition, address));

beforeAll(async () => {
  await seedDemonstration(db);
  const [ada] = await db.$client<{ id: number }[]>`select id from people where name like 'Ada%'`;
  people = { ada: ada?.id ?? 0 };
});

describe.each(services)('the paper of %s', (slug) => {
  test('says every cell of the public page, and so do its PDF and its document', async () => {
    const edition = await inForce(slug);
    const paper = await paperOf(edition);
    const texts = await paperTexts(paper, testPdfMaker());
    const source = await paperSource(db, edition, address);
    expect(expectPaperAgrees({ source, table: tableWith(paper, 'Against target'), texts })).toBeGreaterThan(10);
  });

  test('shows nothing that the edition hides', async () => {
    const source = await paperSource(db, await inForce(slug), address);
    for (const row of source.rows.filter(({ current }) => current.text === null && current.hidden)) {
      const cells = tableWith(editionPaper(source), 'Against target').rows.map(cellTexts);
      expect(cells.find(([number]) => number === String(row.number))?.[5]).toBe('[c] hidden');
    }
  });
});

describe('what changed', () => {
  test('is counted from the edition in force at the committee’s last meeting, and not from a withdrawn one', async () => {
    const publish = (day: string) =>
      publishAsIs(db, {
        actorId: people.ada,
        publisher: 'performance officer',
        service: 'highways-and-transport',
        asAt: day,
        at: `${day}T09:00:00Z`,
      });
    await publish('2018-12-20');
    const second = await paperSource(db, await inForce('highways-and-transport'), address);
    expect(second.since).toMatchObject({ kind: 'changes', edition: 1 });
    expect(second.committees.every(({ next }) => next === null || next >= '2018-12-20')).toBe(true);
    const acting = { who: people.ada, at: '2018-12-21T09:00:00Z', today: '2018-12-21' };
    await withdrawEdition(db, acting, {
      service: 'highways-and-transport',
      number: 1,
      reason: 'It had the wrong year.',
    });
    const again = await paperSource(db, await inForce('highways-and-transport'), address);
    expect(again.since).toMatchObject({ kind: 'withdrawn', edition: 1 });
  });
});

describe('a paper that is kept', () => {
  const secret = 'the key of this installation, which is not in its database';
  const bytes = Buffer.from('%PDF-1.7 a paper');
  const keep = async (key: string, more: Buffer = bytes) => {
    const { id, head } = await inForce(services[0] as string);
    await keepPaper(db, secret, { editionId: id, edition: head.sha256, kind: 'pdf', key, bytes: more });
    return { id, edition: head.sha256 };
  };
  const checked = () => ({ events: 0, editions: 0, readings: 0, rows: 0, pages: 0 });

  test('is found again, in the place of the one before', async () => {
    await keep('a'.repeat(64));
    const { id, edition } = await keep('b'.repeat(64), Buffer.from('%PDF-1.7 a later paper'));
    const kept = await keptPaper(db, id, 'pdf');
    expect(kept).toMatchObject({ key: 'b'.repeat(64), bytes: Buffer.from('%PDF-1.7 a later paper') });
    expect(await db.$count(papers)).toBe(1);
    expect(await paperSizes(db, id)).toEqual({ pdf: 22 });
    expect(kept && isOurPaper(secret, { subject: edition, kind: 'pdf', ...kept }, kept.bytes, kept.mac)).toBe(true);
    expect(await verifyPapers(db, secret, checked())).toBeNull();
  });

  test.each([
    ['other bytes', (id: number) => db.$client`update papers set bytes = 'x' where edition_id = ${id}`],
    [
      'other bytes with their hash',
      (id: number) =>
        db.$client`update papers set bytes = 'x', sha256 = encode(sha256('x'), 'hex') where edition_id = ${id}`,
    ],
    ['another key', (id: number) => db.$client`update papers set key = 'c' where edition_id = ${id}`],
    ['another kind', (id: number) => db.$client`update papers set kind = 'docx' where edition_id = ${id}`],
    ['another mac', (id: number) => db.$client`update papers set mac = 'c' where edition_id = ${id}`],
  ])('is nobody’s with %s', async (_, tamper) => {
    await db.delete(papers);
    const { id } = await keep('a'.repeat(64));
    await tamper(id);
    expect(await verifyPapers(db, secret, checked())).toMatchObject({ table: 'papers' });
  });

  test('is missing until both kinds of the present form are there, of editions that stand', async () => {
    await db.delete(papers);
    const missing = async () =>
      (await editionsWithoutPapers(db, later, 10)).map(({ slug, number }) => `${slug} ${number}`);
    const all = await missing();
    expect(all).toContain('childrens-social-care 1');
    expect(all).not.toContain('highways-and-transport 1');
    const { id, edition } = await keep('a'.repeat(64));
    expect(await missing()).toEqual(all);
    await keepPaper(db, secret, { editionId: id, edition, kind: 'docx', key: 'a'.repeat(64), bytes });
    expect(await missing()).toEqual(all.filter((name) => name !== 'childrens-social-care 1'));
    await db.$client`update papers set form = form + 1`;
    expect(await missing()).toEqual(all);
  });
});
