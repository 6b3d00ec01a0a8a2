import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '@/db/queries/published/in-force';
import { verifyEditions } from '@/db/queries/verify/verify-editions';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import { addDays } from '@/lib/time/period';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import {
  type Correction,
  firstDay,
  happen,
  happenings,
  lastDay,
  newWorld,
  nothing,
  type Planted,
  pageOf,
  publish,
} from '../../support/council/simulated-years';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const staff = await oneMeasureCouncil(db);
const worlds = Number(process.env.CANDOUR_STORM_WORLDS ?? 8);

test(`${worlds} times three years of anything: every past day reads as it did on that day, and what is told to have changed did`, async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (things) => {
      const world = await newWorld(db, staff);
      const archive = new Map<string, string>();
      const corrections: (Correction & { edition: number })[] = [];
      let [today, minute, planted] = ['2020-06-01', 0, nothing()];
      let last: { asAt: string; id: number } | null = null;
      const close = async () => {
        const page = await pageOf(world, today);
        if (page) archive.set(today, page.frozen);
      };
      for (const thing of things) {
        await happen(world, today, thing, planted);
        if (thing.do === 'wait') {
          await close();
          today = addDays(today, thing.days);
          if (today > lastDay) break;
        }
        if (thing.do !== 'publish') continue;
        minute += 1;
        const edition = await publish(
          world,
          today,
          `10:${String(minute % 60).padStart(2, '0')}:${String(Math.floor(minute / 60)).padStart(2, '0')}`,
        );
        for (const code of edition.leaving) {
          for (const codes of [planted.read, planted.target, planted.define]) codes.delete(code);
          planted.corrected = planted.corrected.filter((one) => one.code !== code);
        }
        if (last) await expectDifferences(last, { asAt: today, id: edition.id }, planted, edition.leaving);
        corrections.push(...planted.corrected.map((one) => ({ ...one, edition: edition.number })));
        last = { asAt: today, id: edition.id };
        planted = nothing();
      }
      if (today <= lastDay) await close();

      expect(await pageOf(world, addDays(firstDay, -1))).toBeNull();
      for (const [day, frozen] of archive) {
        const page = await pageOf(world, day);
        expect(page?.frozen, day).toBe(frozen);
        // What was corrected since is told of the very figures that the page shows, and of no other.
        const shown = corrections.filter(
          ({ edition, code, periodStart }) =>
            edition > (page?.number ?? 0) &&
            page?.rows.some((row) => row.code === code && row.period?.start === periodStart),
        );
        const corrected =
          page?.corrected.map(({ code, periodStart, was, now }) => ({ code, periodStart, was, now })) ?? [];
        expect(sorted(corrected)).toEqual(sorted(shown.map(({ edition: _, ...one }) => one)));
      }
    }),
    { numRuns: worlds },
  );
  expect(await verifyEditions(db, { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 })).toBeNull();
}, 3_600_000);

const sorted = (list: Correction[]) => list.map((one) => JSON.stringify(one)).sort();

/** The differences of two editions name every measure that was changed, for what was changed, and no other. */
async function expectDifferences(
  before: { asAt: string; id: number },
  after: typeof before,
  planted: Planted,
  leaving: string[],
) {
  const [was, is] = [await rowsOf(db, before.id), await rowsOf(db, after.id)];
  const differences = editionDifferences({ asAt: before.asAt, rows: was }, { asAt: after.asAt, rows: is });
  const codes = (...kinds: string[]) =>
    new Set(differences.filter(({ change }) => kinds.includes(change)).map(({ code }) => code));
  expect(codes('retired')).toEqual(new Set(leaving));
  expect(codes('new')).toEqual(new Set());
  expect(codes('figure')).toEqual(planted.read);
  const drawn = planted.corrected.filter(({ code, periodStart }) =>
    [was, is].every((rows) =>
      rows.find((row) => row.code === code)?.trend.points.some(({ start }) => start === periodStart),
    ),
  );
  expect(codes('corrected')).toEqual(new Set(drawn.map(({ code }) => code)));
  expect(differences.filter(({ change }) => change === 'corrected')).toHaveLength(drawn.length);
  // A target that was set and set back between two editions is no change between them.
  const aim = (rows: typeof was, code: string) => rows.find((row) => row.code === code)?.target.text;
  const moved = [...planted.target].filter((code) => aim(was, code) !== aim(is, code));
  expect(codes('target')).toEqual(new Set(moved));
  expect(codes('words')).toEqual(planted.define);
  // What follows from the figures is told where it moved, and only there.
  for (const [change, of] of [
    ['colour', (row: (typeof is)[number]) => row.rag.colour],
    ['direction', (row: (typeof is)[number]) => row.travel.direction],
  ] as const)
    expect(codes(change)).toEqual(
      new Set(
        is.filter((row) => of(row) !== of(was.find(({ code }) => code === row.code) ?? row)).map(({ code }) => code),
      ),
    );
}
