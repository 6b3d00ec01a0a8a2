import { asc, desc, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { setOutturn } from '@/db/commands/measure/outturns';
import { closeYear } from '@/db/commands/measure/year-close';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Acting } from '@/db/commands/road/who-and-when';
import { liveIn } from '@/db/commands/server/lived-day';
import { silenceCheck } from '@/db/commands/service/silenced-warnings';
import { seedDemonstration } from '@/db/demo/seed';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { personById } from '@/db/facts/person';
import type { MeasureRow } from '@/db/facts/reading-record';
import { outturnPage } from '@/db/queries/framework/outturns';
import { unclosedFor, yearEndPage } from '@/db/queries/framework/year-end';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { workingScorecard } from '@/db/queries/service/working-scorecard';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editions, measures, people, readings, services } from '@/db/schema';
import { type DemoPerson, demoPeople, demoStaff } from '@/lib/people/demo-people';
import type { Person } from '@/lib/people/person';
import { blankContent } from '@/lib/reading/content';
import { latestYear, requiredInYear } from '@/lib/series/measure-year';
import { endOfLondonDay } from '@/lib/time/instant';
import { endOf, shift } from '@/lib/time/period';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 10 });
await seedDemonstration(db);
const slugs = ['childrens-social-care', 'highways-and-transport'];
const firstEditions = await db.select().from(editions).orderBy(asc(editions.id));

const ids = new Map((await db.select().from(people)).map(({ email, id }) => [email, id]));
const as = (who: DemoPerson, today: string): Acting => ({
  who: ids.get(demoPeople[who].email) ?? 0,
  at: `${today}T11:00:00Z`,
  today,
});
// The years are told with the same figures and words: that they repeat each other is not what this is about.
for (const slug of slugs)
  for (const rule of ['W4', 'W8'] as const)
    await silenceCheck(db, as('ada', '2018-08-17'), { slug, rule, reason: `The years of a test repeat ${rule}.` });
async function person(who: DemoPerson): Promise<Person> {
  const found = await personById(db, ids.get(demoPeople[who].email) ?? 0);
  if (!found) throw new Error(`${who} is not there`);
  return found;
}

/** A figure like the latest one that a measure has, or one that it could have. */
async function alike(measure: MeasureRow) {
  const [latest] = await db
    .select({ value: readings.value, numerator: readings.numerator, denominator: readings.denominator })
    .from(readings)
    .where(eq(readings.measureId, measure.id))
    .orderBy(desc(readings.periodStart), desc(readings.revision))
    .limit(1);
  if (latest && (latest.value !== null || latest.numerator !== null)) return latest;
  const isCounted = measure.scale !== null;
  return { value: isCounted ? null : '50', numerator: isCounted ? '50' : null, denominator: isCounted ? '100' : null };
}

/** The owner writes and submits a period, and the head approves it. */
async function read(slug: string, { measure, start }: { measure: MeasureRow; start: string }, today: string) {
  const { owner, head } = demoStaff[slug] as { owner: DemoPerson; head: DemoPerson };
  const words = { comments: 'The same teams did the work, with a post vacant.', unusual: 'It was counted twice.' };
  const actions = [{ text: 'Fill the vacant post', owner: 'Head of service', due: '2099-12-31' }];
  const content = { ...blankContent, ...words, actions, ...(await alike(measure)) };
  const saved = await saveReading(db, as(owner, today), {
    code: measure.code,
    periodStart: start,
    version: null,
    content,
  });
  await approveReading(db, as(head, today), await submitReading(db, as(owner, today), saved));
}

/**
 * The periods that the end of a year needs by a day: all of the year where they are counted together, else the last one; and the one
 * after it, where that is over as well.
 */
async function readYear(slug: string, today: string) {
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  const own = await db
    .select()
    .from(measures)
    .where(eq(measures.serviceId, service?.id ?? 0));
  const here = await db
    .select({ measureId: readings.measureId, start: readings.periodStart })
    .from(readings)
    .where(
      inArray(
        readings.measureId,
        own.map(({ id }) => id),
      ),
    );
  for (const measure of own) {
    const required = requiredInYear(measure, latestYear(measure, today));
    const last = required.at(-1);
    const after = last ? [shift(last, 1)].filter((period) => endOf(period) < today) : [];
    const wanted = [...(measure.window === 'single' ? required : required.slice(-1)), ...after];
    for (const { start } of wanted)
      if (!here.some((reading) => reading.measureId === measure.id && reading.start === start))
        await read(slug, { measure, start }, today);
  }
}

const rowsOn = async (slug: string, today: string) => {
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) throw new Error(`${slug} is not there`);
  return { service, next: await nextEdition(db, service, today, 'signed') };
};

/** The officer confirms what is certain together, and enters the rest one by one. */
async function close(slug: string, today: string) {
  const page = await yearEndPage(db, await person('ada'), slug, today);
  const rows = page?.rows ?? [];
  const confirm = rows.filter(({ group }) => group === 'certain').map(({ code, seen }) => ({ code, seen }));
  if (confirm.length > 0) await closeYear(db, as('ada', today), { service: slug, confirm });
  for (const { code, startsIn } of rows.filter(({ group }) => group === 'need')) {
    const here = await outturnPage(db, await person('ada'), code, today);
    const { text, words } = here?.proposal?.figure ?? { text: '40', words: 'The yearly return' };
    const draft = { year: startsIn, value: text, source: words, reason: '' };
    await setOutturn(db, as('ada', today), { code, draft, was: here?.was ?? {}, ground: here?.proposal?.seen ?? '' });
  }
  return rows;
}

async function publish(slug: string, today: string) {
  const { next } = await rowsOn(slug, today);
  const acknowledged = next.findings.warnings.map(({ id }) => ({ finding: id, reason: 'Known' }));
  expect(next.findings.blockers).toEqual([]);
  await publishEdition(db, as('ada', today), { service: slug, asAt: today, note: null, acknowledged });
}

describe.each([
  ['2019-05-01', '2018/19'],
  ['2020-05-01', '2019/20'],
])('on %s', (today, year) => {
  beforeAll(async () => {
    await liveIn(db, today);
    await Promise.all(slugs.map((slug) => readYear(slug, today)));
  }, 120_000);

  test.each(slugs)(`${year} of %s is said to be open, and who closes it`, async (slug) => {
    const { next } = await rowsOn(slug, today);
    const open = next.rows.filter(({ previous }) => previous.why === `${year} not closed yet.`);
    expect(open.length).toBe(slug === 'childrens-social-care' ? 20 : 1);
    const unclosed = await unclosedFor(db, await person('ada'), today);
    expect(unclosed.find((service) => service.slug === slug)?.open).toBeGreaterThanOrEqual(open.length);
    const working = await workingScorecard(db, await person('ada'), slug, today);
    expect(working?.unclosed?.sentence).toMatch(
      new RegExp(`^${year} is not closed yet for .*: Ada Byrne closes it\\.$`),
    );
  });

  test.each(slugs)(
    `${year} of %s is closed, and the next edition has a figure for it on every row, and judges each`,
    async (slug) => {
      const rows = await close(slug, today);
      expect(rows.filter(({ group }) => group === 'certain').length).toBeGreaterThan(slug.startsWith('c') ? 12 : 3);
      expect(await unclosedFor(db, await person('ada'), today)).not.toContainEqual(expect.objectContaining({ slug }));
      const after = await yearEndPage(db, await person('ada'), slug, today);
      expect(after?.rows.filter(({ group }) => group === 'need' || group === 'certain')).toEqual([]);
      await publish(slug, today);
      const edition = await editionInForce(db, slug, endOfLondonDay(today));
      const published = await rowsOf(db, edition?.id ?? 0);
      const aimed = published.filter(({ target }) => target.rule !== null);
      expect(published.filter(({ previous }) => previous.why?.includes('not closed'))).toEqual([]);
      expect(published.filter(({ previous, travel }) => previous.text === null && !travel.sentence)).toEqual([]);
      // What the public is not shown because it is small is there all the same.
      const empty = published.filter(({ previous }) => previous.text === null && previous.marker !== 'c');
      if (slug.startsWith('c')) expect(empty).toEqual([]);
      expect(aimed.length).toBeGreaterThan(8);
      expect(aimed.filter(({ rag }) => rag.colour === null).map(({ code, rag }) => [code, rag.sentence])).toEqual([]);
    },
  );
});

test('the editions of before are as they were, and the record holds', async () => {
  const now = await db.select().from(editions).orderBy(asc(editions.id));
  expect(now.slice(0, firstEditions.length)).toEqual(firstEditions);
  expect(now.length).toBe(firstEditions.length + 4);
  expect((await verifyRecord(db)).tampered).toBeNull();
}, 10_000);
