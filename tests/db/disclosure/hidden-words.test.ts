import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { decideForService } from '@/db/commands/disclosure/decide';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { readingTextOf } from '@/db/facts/commentary/checked-reading';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { readingPage } from '@/db/queries/reading/reading-page';
import { reviewPage } from '@/db/queries/review/review-page';
import { disclosureDecisions, measures as measureTable } from '@/db/schema';
import { typedFindings } from '@/lib/commentary/checking/typed-findings';
import { typedOf } from '@/lib/reading/content-entry';
import { countingCouncil, decided } from '../../support/council/counting-council';
import { content, refused, submitted, today } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 2 });
const { as, person, few, buses, measures } = await countingCouncil(db, { buses: 7, counting: 6 });
await decideForService(db, as('Ada'), { service: 'buses', decision: decided(), was: 0 });

const tells = /^This tells the public a number that is hidden/;
const plan = { text: 'Run a spare bus', owner: 'Head of Buses', due: '2026-10-31' };
const written = (comments: string) =>
  content({ value: null, numerator: '3', denominator: '40', comments, actions: [plan] });

test.each([
  ['in digits', 'bus-03', 'The pier was shut, so that 3 passengers could not board.'],
  ['in words', 'bus-04', 'The pier was shut, so that three passengers could not board.'],
  ['by the rest of them', 'bus-05', 'The pier was shut, and 37 passengers stayed at home.'],
  ['by its share', 'bus-06', 'The pier was shut, so that it was 8%.'],
])('a submission that tells a hidden number %s is refused, and the form says so before', async (_, code, comments) => {
  expect(await refused(submitted(db, as('Olive'), code, written(comments)))).toMatch(/number that is hidden/);
  const page = await readingPage(db, await person('Olive'), code, '2026-07-01', today);
  if (!page) throw new Error('there is no page');
  const found = typedFindings(page.checks, typedOf(page.content), page.measure);
  expect(found.filter(({ rule }) => rule === 'B7').map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(tells),
  );
});

test('words that tell no number go on, and the head finds nothing to mend', async () => {
  const { readingId } = await submitted(db, as('Olive'), 'bus-01', written('The pier was shut for most of the month.'));
  const review = await reviewPage(db, await person('Hana'), readingId, today);
  expect(review?.findings.blockers).toEqual([]);
});

test('what is hidden only after its approval blocks the next edition while the words tell it', async () => {
  await decideForService(db, as('Ada'), {
    service: 'buses',
    decision: decided({ method: 'show' }),
    was: await db.$count(disclosureDecisions),
  });
  const { readingId } = await few('bus-02', '3', 'The pier was shut, so that 3 passengers could not board.');
  const words = async () => (await nextEdition(db, buses, today, 'signed')).findings.blockers;
  expect((await words()).filter(({ sentence }) => sentence.includes('hidden'))).toEqual([]);
  await decideForService(db, as('Ada'), {
    service: 'buses',
    decision: decided(),
    was: await db.$count(disclosureDecisions),
  });
  const [blocker] = (await words()).filter(({ sentence }) => sentence.includes('number that is hidden'));
  expect(blocker?.href).toBe(`/reviews/${readingId}`);
  const edition = { service: 'buses', asAt: today, note: null, acknowledged: [] };
  expect(await refused(publishEdition(db, as('Ada'), edition))).toMatch(/number that is hidden/);
});

test('words that name no number of their reading are checked without weighing their service', async () => {
  const statements = await countedStatements();
  const [measure] = measures;
  const check = (comments: string, numerator = '3') =>
    statements((own) => {
      const reading = { id: null, periodStart: '2026-07-01', revision: 0 };
      const figures = { value: null, numerator, denominator: '40' };
      return readingTextOf(
        own,
        measure as NonNullable<typeof measure>,
        { ...reading, written: content({ ...figures, comments, actions: [plan] }) },
        today,
      );
    });
  const silent = await check('The pier was shut for most of the month.');
  // Digits alone are no reason to weigh: these are not the reading's own.
  expect(await check('The pier was shut for 12 days in 2026.')).toBe(silent);
  expect(await check('The pier was shut, so that 3 passengers could not board.')).toBeGreaterThan(silent);
  expect(await check('The pier was shut, so that 37 passengers stayed at home.')).toBeGreaterThan(silent);
  expect(await check('The pier was shut, and all people boarded.', '40')).toBeGreaterThan(silent);
});

test('a note for readers that tells a hidden number blocks the next edition, and one that tells none does not', async () => {
  // Three passengers of 40 are hidden in July.
  const blockers = async (notes: string[]) => {
    await db.update(measureTable).set({ notes }).where(eq(measureTable.code, 'bus-02'));
    const { findings } = await nextEdition(db, buses, today, 'signed');
    return findings.blockers.filter(({ id }) => id.startsWith('notes:'));
  };
  expect(await blockers(['The pier is shut in winter.'])).toEqual([]);
  const [blocker, ...others] = await blockers(['The pier is shut in winter.', 'So 3 passengers could not board.']);
  expect(blocker?.sentence).toMatch(/^The notes of measure 2 say “3.*This tells the public a number that is hidden/);
  expect(blocker?.href).toBe('/settings/measures/bus-02/change');
  expect(others).toEqual([]);
});
