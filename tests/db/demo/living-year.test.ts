import { isNull } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { releaseCalendar } from '@/db/queries/published/calendar';
import { committeeInPublic } from '@/db/queries/published/committees';
import { editionsOf, revisionsOf } from '@/db/queries/published/editions';
import { editionByNumber, editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { frozenPage, readingsPublished } from '@/db/queries/published/measures';
import { measureCodes } from '@/db/queries/published/open-data';
import { paperSource } from '@/db/queries/published/paper-source';
import { departuresOf } from '@/db/queries/published/retired';
import { verifyRecord } from '@/db/queries/verify/verify';
import { disclosureExceptions } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import { formerReds, redsSentence } from '@/lib/edition/reds';
import { editionPaper } from '@/lib/paper/edition-paper';
import { openActions } from '@/lib/reading/completed-actions';
import { endOfLondonDay } from '@/lib/time/instant';
import { expectFilesAgree, filedEdition } from '../../support/open-data/edition-files';
import { expectPaperAgrees, paperTexts } from '../../support/paper/paper-agreement';
import { tableWith } from '../../support/paper/paper-words';
import { testPdfMaker } from '../../support/paper/test-typeset';
import { afterTampering } from '../../support/record/tampering';
import { freshDatabase } from '../../support/server/fresh-database';

const founding = await freshDatabase();
const { db, sql } = await freshDatabase();
const children = 'childrens-social-care';
const highways = 'highways-and-transport';
const makePdf = testPdfMaker();

beforeAll(async () => {
  await seedDemonstration(founding.db);
  await seedDemonstration(db, 'living');
}, 180_000);

const inForceOn = async (slug: string, day: string, from = db) => {
  const edition = await editionInForce(from, slug, endOfLondonDay(day));
  if (!edition) throw new Error(`no edition of ${slug} is in force on ${day}`);
  return { edition, rows: await rowsOf(from, edition.id) };
};
const numbered = async (slug: string, number: number) => {
  const edition = await editionByNumber(db, slug, number);
  if (!edition) throw new Error(`there is no edition ${number} of ${slug}`);
  return { edition, rows: await rowsOf(db, edition.id) };
};
const rowOf = (rows: FrozenRow[], code: string) => rows.find((row) => row.code === code) as FrozenRow;

/** The cells of the founding report, as the public sees them. */
const cells = (row: FrozenRow) => ({
  number: row.number,
  title: row.title,
  previous: row.previous.text,
  target: row.target.text,
  current: row.current.text,
  period: row.period?.label,
  travel: row.travel.direction,
  colour: row.rag.colour,
  'in real terms': row.realTerms,
});

test.each([children, highways])(
  '%s: the edition in force on the founding day keeps the founding cells',
  async (slug) => {
    const { rows: kept } = await inForceOn(slug, demoDay, founding.db);
    const { rows } = await inForceOn(slug, demoDay);
    expect(rows.map(cells)).toEqual(kept.map(cells));
  },
);

test('the record is whole', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('each service has six editions or more over the year, the first a year before the founding day', async () => {
  const days = async (slug: string) => (await editionsOf(db, slug, 100)).map(({ asAt }) => asAt);
  expect(await days(children)).toEqual([
    '2018-08-17',
    '2018-05-31',
    '2018-05-18',
    '2018-02-20',
    '2018-02-16',
    '2017-11-17',
    '2017-08-16',
  ]);
  expect(await days(highways)).toEqual([
    '2018-08-15',
    '2018-05-11',
    '2018-02-28',
    '2018-02-16',
    '2017-11-22',
    '2017-08-16',
  ]);
});

test('edition 3 of children’s services is withdrawn with its reason, and the next one corrects Green to Red', async () => {
  const withdrawn = await numbered(children, 3);
  expect(withdrawn.edition.withdrawal?.reason).toMatch(/was Green where it is Red/);
  const next = await numbered(children, 4);
  const colours = [withdrawn, next].map(({ rows }) => rowOf(rows, 'csc-09').rag.colour);
  expect(colours).toEqual(['green', 'red']);
});

test('three corrections changed a colour, and each tells the public what it was and is', async () => {
  const ledger = await Promise.all(
    [children, highways].map((slug) => revisionsOf(db, slug, { before: 100, code: null })),
  );
  const changes = ledger.flatMap(({ revisions }) => revisions);
  expect(changes.map(({ code, was, now }) => [code, was, now])).toEqual([
    ['csc-06', '30', '33'],
    ['csc-09', '1.9%', '3.8%'],
    ['hwy-01', '90.2%', '88.2%'],
  ]);
  for (const { note } of changes) expect(note).toMatch(/the figure is Red, not (Green|Amber)\.$/);
});

test('a year’s Reds: most are Green, some still Red, one of each service retired', async () => {
  const fates = async (slug: string) => {
    const [{ rows: before }, { rows: after }] = [await inForceOn(slug, '2017-08-17'), await inForceOn(slug, demoDay)];
    const reds = formerReds(before, after, await departuresOf(db, slug, endOfLondonDay(demoDay)));
    return redsSentence(reds, 'a year ago');
  };
  expect([await fates(children), await fates(highways)]).toEqual([
    'Of 12 that were Red a year ago: 8 are Green, 3 still Red, 1 was retired.',
    'Of 3 that were Red a year ago: 1 is Amber, 1 still Red, 1 was retired.',
  ]);
});

test('changed targets are told on their rows, with the colour on the old one', async () => {
  const targetNote = async (slug: string, code: string) => {
    const { rows } = await inForceOn(slug, demoDay);
    return rowOf(rows, code).notes.find((note) => note.startsWith('Target changed'));
  };
  expect(await targetNote(children, 'csc-18')).toMatch(
    /^Target changed from 1,650 to 1,613 from Jun 2018 by .* On the old target this would be Red\.$/,
  );
  expect(await targetNote(highways, 'hwy-04')).toMatch(
    /^Target changed from 85% to 83% from Jan 2018 by Cabinet \(invented\)/,
  );
});

test('a changed definition keeps figures of both apart, and the page of the measure tells of both', async () => {
  const { edition, rows } = await numbered(highways, 2);
  expect(rowOf(rows, 'hwy-06').travel.sentence).toMatch(/^Cannot be compared: .*definition/);
  const page = await frozenPage(db, edition.id, 'hwy-06');
  expect(page?.sheet?.wordings.map(({ version }) => version)).toEqual([1, 2]);
});

test('a head judged a colour with a reason, and the rule’s stands beside it', async () => {
  const { rows } = await numbered(children, 4);
  expect(rowOf(rows, 'csc-16').rag).toMatchObject({ colour: 'red', judged: { colour: 'amber' } });
});

test('themes hold measures together across services', async () => {
  const themes = await sql`
    select theme, count(*)::int as n, count(distinct service_id)::int as services
    from measures where theme is not null group by theme order by theme`;
  expect(themes.map(({ theme, n, services }) => [theme, n, services])).toEqual([
    ['Answered in time', 3, 2],
    ['Children in care', 7, 1],
    ['Getting about safely', 5, 1],
    ['Young people and the law', 5, 1],
  ]);
  const inForce = await Promise.all(
    [children, highways].map(async (slug) => (await inForceOn(slug, demoDay)).edition.id),
  );
  const codes = await measureCodes(db, inForce);
  expect(new Set(codes.map(({ theme }) => theme))).toEqual(new Set([...themes.map(({ theme }) => theme), null]));
});

test('a release of highways is announced for September; the one of February was moved, and came', async () => {
  const { coming, past } = await releaseCalendar(db);
  expect(past.map(({ number, state, moves }) => [number, state, moves.length])).toEqual([[3, 'released', 1]]);
  expect(coming.map(({ service, number, dueAt }) => [service.slug, number, dueAt])).toEqual([
    [highways, 7, '2018-09-13T08:30:00.000Z'],
  ]);
});

test('committees met between the editions, and meet again', async () => {
  const meetings = async (slug: string) => (await committeeInPublic(db, slug, endOfLondonDay(demoDay)))?.meetings;
  expect(await meetings('family-and-childrens-services')).toEqual([
    '2017-09-07',
    '2017-11-30',
    '2018-03-01',
    '2018-06-07',
    '2018-07-05',
    '2018-09-06',
  ]);
  expect((await meetings('roads-and-travel'))?.length).toBe(6);
});

test('each row that is Red in any edition says why, and what is done about it', async () => {
  for (const [slug, last] of [
    [children, 7],
    [highways, 6],
  ] as const)
    for (let number = 1; number <= last; number += 1) {
      const { rows } = await numbered(slug, number);
      const silent = rows.filter(
        ({ rag, comments, actions }) => rag.colour === 'red' && (!comments || !actions.length),
      );
      expect(
        silent.map(({ code }) => code),
        `${slug} ${number}`,
      ).toEqual([]);
    }
});

test('of the actions on reviewing officers two are done, two are late and one is to come', async () => {
  const { edition } = await inForceOn(children, demoDay);
  const readings = await readingsPublished(db, { editionId: edition.id, code: 'csc-01', most: 30 });
  expect(readings.flatMap(({ actions }) => actions)).toHaveLength(5);
  expect(openActions(readings).map(({ due }) => due)).toEqual(['2018-06-29', '2018-07-31', '2018-12-31']);
});

test('what the story writes is marked as invented, but for the latest figures of the founding edition', async () => {
  const marked = await sql`
    select m.code like 'csc%' as children, r.illustrative, count(*)::int as n
    from readings r join measures m on m.id = r.measure_id
    where exists (select from events e where e.subject = 'reading' and e.subject_id = r.id)
    group by 1, 2 order by 1, 2`;
  expect(marked.map(({ children, illustrative, n }) => [children, illustrative, n])).toEqual([
    [false, false, 11],
    [false, true, 19],
    [true, false, 20],
    [true, true, 56],
  ]);
});

test('on the founding day a draft, a returned and a submitted reading lie on somebody’s desk', async () => {
  const open = await sql`
    select m.code, r.state from readings r join measures m on m.id = r.measure_id
    where r.state <> 'published' order by m.code`;
  expect(open.map(({ code, state }) => [code, state])).toEqual([
    ['csc-02', 'submitted'],
    ['csc-03', 'draft'],
    ['csc-07', 'returned'],
    ['hwy-04', 'approved'],
  ]);
});

test('Cal may read the announced edition early, and a small figure waits to be shown', async () => {
  const [early] = await sql`
    select p.name, r.from_at::text from pre_release_readers r join people p on p.id = r.person_id`;
  expect(early?.name).toBe('Cal Reid');
  expect(await db.$count(disclosureExceptions, isNull(disclosureExceptions.confirmedAt))).toBe(1);
});

test('nothing was published before it was approved, nor approved before its period had ended', async () => {
  const early =
    await sql`select id from readings where published_at < approved_at or approved_at::date <= period_start`;
  expect([...early]).toEqual([]);
});

test('an invented reading that is passed off as a published figure is found', async () => {
  const unmark = `update readings set illustrative = false where id =
    (select r.id from readings r join measures m on m.id = r.measure_id where m.code = 'csc-01' and r.period_start = '2018-04-01')`;
  const verdict = await afterTampering(db, unmark);
  expect(verdict === 'refused' ? null : verdict.tampered).toMatchObject({ table: 'readings' });
});

const standing: [string, number][] = [
  ...[1, 2, 4, 5, 6, 7].map((number): [string, number] => [children, number]),
  ...[1, 2, 3, 4, 5, 6].map((number): [string, number] => [highways, number]),
];

test('those are all the editions that stand', async () => {
  const all = await sql<{ slug: string; number: number }[]>`
    select s.slug, e.number from editions e join services s on s.id = e.service_id
    where not exists (select from withdrawals w where w.edition_id = e.id) order by s.position, e.number`;
  expect(all.map(({ slug, number }) => [slug, number])).toEqual(standing);
});

test.each(standing)(
  '%s, edition %i: page, CSV, JSON, Excel, and the text of its PDF and its document agree cell by cell',
  async (slug, number) => {
    const filed = await filedEdition(db, slug, number);
    if (!filed) throw new Error(`edition ${number} of ${slug} does not stand`);
    expect(await expectFilesAgree(filed)).toBeGreaterThan(500);
    const source = await paperSource(db, filed.edition, 'https://council.example/x');
    const paper = editionPaper(source);
    const texts = await paperTexts(paper, makePdf);
    expect(expectPaperAgrees({ source, table: tableWith(paper, 'Against target'), texts })).toBe(filed.rows.length);
  },
);
