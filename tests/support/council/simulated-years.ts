import { desc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { publishAsIs } from '@/db/commands/release/edition-write';
import type { Database } from '@/db/connection/client';
import { correctedSince } from '@/db/queries/published/editions';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { measures, readings, services, targets } from '@/db/schema';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { londonInstant } from '@/lib/time/instant';
import { addDays, addMonths, endOf } from '@/lib/time/period';

export const firstDay = '2020-04-01';
export const lastDay = '2023-03-31';
const codes = [1, 2, 3];

/** What may happen in three years; `of` is the number of a measure. */
export type Happening =
  | { do: 'wait'; days: number }
  | { do: 'read'; of: number; value: number }
  | { do: 'correct'; of: number; back: number; value: number }
  | { do: 'target'; of: number; green: number }
  | { do: 'define'; of: number }
  | { do: 'retire'; of: number }
  | { do: 'publish' };

const of = fc.constantFrom(...codes);
const value = fc.integer({ min: 0, max: 100 });

export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('read' as const), of, value }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('correct' as const),
        of,
        back: fc.oneof(fc.constant(0), fc.nat(30)),
        value,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('target' as const), of, green: value }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('define' as const), of }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('retire' as const), of }) },
    { weight: 3, arbitrary: fc.constant({ do: 'publish' as const }) },
  ),
  { minLength: 40, maxLength: 160 },
);

export type Correction = { code: string; periodStart: string; was: string; now: string };

/** What was planted between one publication and the next, by measure. */
export type Planted = { read: Set<string>; corrected: Correction[]; target: Set<string>; define: Set<string> };
export const nothing = (): Planted => ({ read: new Set(), corrected: [], target: new Set(), define: new Set() });

type World = {
  db: Database;
  slug: string;
  staff: { olive: number; hana: number; ada: number };
  serviceId: number;
  ids: Map<number, number>;
  /** The figures of each measure, oldest first; `published` once an edition shows them. */
  figures: Map<number, { start: string; value: number; revision: number; published: boolean }[]>;
  targets: Map<number, string[]>;
  /** The last days of the retired measures, by code; `left` once an edition is without them. */
  retired: Map<string, { on: string; left: boolean }>;
};

let [worlds, wordings] = [0, 0];

/** A service of its own with three monthly measures, of which nothing is known yet. */
export async function newWorld(db: Database, staff: World['staff']): Promise<World> {
  worlds += 1;
  const slug = `service-${worlds}`;
  const [service] = await db
    .insert(services)
    .values({ slug, name: 'Trams', position: 100 + worlds })
    .returning();
  if (!service) throw new Error('the service was not written');
  const ids = new Map<number, number>();
  for (const number of codes) {
    const [measure] = await db
      .insert(measures)
      .values({
        serviceId: service.id,
        number,
        code: `${slug}-m${number}`,
        title: `Measure ${number}`,
        definition: 'As it was.',
        unit: 'percent',
        decimals: 0,
        polarity: 'higher',
        frequency: 'monthly',
        window: 'single',
        lagDays: 20,
        requiredFrom: firstDay,
        comparator: 'previous_period',
        countsPeople: false,
      })
      .returning();
    if (!measure) throw new Error('the measure was not written');
    ids.set(number, measure.id);
    await db.insert(targets).values({ measureId: measure.id, effectiveFrom: firstDay, shape: 'at_least', green: '50' });
  }
  const figures = new Map(codes.map((number) => [number, []]));
  return {
    db,
    slug,
    staff,
    serviceId: service.id,
    ids,
    figures,
    targets: new Map(codes.map((n) => [n, [firstDay]])),
    retired: new Map(),
  };
}

/** Lets one thing happen on a day, and notes what it planted; answers whether anything came of it. */
export async function happen(world: World, today: string, thing: Happening, planted: Planted): Promise<void> {
  if (thing.do === 'wait' || thing.do === 'publish') return;
  const { db, ids, figures } = world;
  const measureId = ids.get(thing.of) ?? 0;
  const code = `${world.slug}-m${thing.of}`;
  const known = figures.get(thing.of) ?? [];
  if (world.retired.has(code)) return;
  const signed = (periodStart: string, value: number) => ({
    measureId,
    periodStart,
    value: String(value),
    state: 'approved' as const,
    authors: [world.staff.olive],
    submittedBy: world.staff.olive,
    submittedAt: `${today}T08:00:00Z`,
    approvedBy: world.staff.hana,
    approvedAt: `${today}T08:10:00Z`,
    approvedHash: 'a'.repeat(64),
  });
  if (thing.do === 'read') {
    const last = known.at(-1);
    const start = last ? addMonths(last.start, 1) : firstDay;
    if (endOf({ frequency: 'monthly', start }) >= today) return;
    await db.insert(readings).values(signed(start, thing.value));
    known.push({ start, value: thing.value, revision: 0, published: false });
    planted.read.add(code);
  } else if (thing.do === 'correct') {
    const figure = known.at(-1 - thing.back);
    if (!figure?.published || figure.value === thing.value) return;
    const revision = figure.revision + 1;
    const notes = { publicNote: `Counted again, ${today}.`, revisionReason: 'error' as const };
    await db.insert(readings).values({ ...signed(figure.start, thing.value), revision, ...notes });
    planted.corrected.push({ code, periodStart: figure.start, was: `${figure.value}%`, now: `${thing.value}%` });
    Object.assign(figure, { value: thing.value, revision, published: false });
  } else if (thing.do === 'target') {
    const start = known.at(-1)?.start;
    const set = world.targets.get(thing.of) ?? [];
    if (!start || set.includes(start)) return;
    const [before] = await db
      .select()
      .from(targets)
      .where(eq(targets.measureId, measureId))
      .orderBy(desc(targets.effectiveFrom));
    if (before?.green === String(thing.green)) return;
    const green = String(thing.green);
    const decided = { reason: 'A new plan', decidedBy: 'Cabinet', decidedOn: today };
    await db.insert(targets).values({ measureId, effectiveFrom: start, shape: 'at_least', green, ...decided });
    set.push(start);
    planted.target.add(code);
  } else if (thing.do === 'retire') {
    if (world.retired.size === codes.length - 1) return;
    const retired = { retiredOn: today, retiredReason: 'Nobody asks.', retiredDecidedBy: 'Cabinet' };
    await db
      .update(measures)
      .set({ ...retired, retiredDecidedOn: today })
      .where(eq(measures.id, measureId));
    world.retired.set(code, { on: today, left: false });
  } else {
    wordings += 1;
    await db
      .update(measures)
      .set({ definition: `Wording ${wordings}, since ${today}.` })
      .where(eq(measures.id, measureId));
    planted.define.add(code);
  }
}

/** Publishes at a time of a day; every figure known by then is published, but of the measures that leave, which it answers. */
export async function publish(world: World, today: string, time: string) {
  const edition = await publishAsIs(world.db, {
    actorId: world.staff.ada,
    publisher: 'performance officer',
    service: world.slug,
    asAt: today,
    at: londonInstant(today, time),
  });
  const leaving: string[] = [];
  for (const [code, retirement] of world.retired) {
    if (retirement.left || retirement.on >= today) continue;
    retirement.left = true;
    leaving.push(code);
  }
  for (const known of world.figures.values()) for (const figure of known) figure.published = true;
  return { ...edition, leaving };
}

/** The page of a day as it reads now: the frozen part by itself, and what was corrected since of what it shows. */
export async function pageOf({ db, slug }: World, day: string) {
  const edition = await editionInForce(db, slug, londonInstant(addDays(day, 1), '00:00'));
  if (!edition) return null;
  const { id, head, latest } = edition;
  const scorecard = scorecardAt(head, await rowsOf(db, id), day, { show: 'all', order: 'report' });
  const site = { council: 'Testshire', stylesheet: '/a.css', today: null, demonstration: null };
  const corrected = await correctedSince(db, id);
  const address = `/scorecards/${slug}/${day}`;
  const html = renderToStaticMarkup(createElement(ScorecardPage, { site, scorecard, address, latest, corrected }));
  const frozen = html
    .replace(/<tr role="row" class="since">.*?(?:<\/tr>|(?=<tr |<\/tbody>))/g, '')
    .replace(/<p class="notice later">.*?<\/p>/, '')
    .replace(/<nav class="editions".*?<\/nav>/, '');
  return { id, number: head.number, rows: scorecard.all, frozen, corrected, html };
}
