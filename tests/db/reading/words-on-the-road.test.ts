import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { explainTerm } from '@/db/commands/glossary/terms';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { hearCheck, silenceCheck } from '@/db/commands/service/silenced-warnings';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { readingPage } from '@/db/queries/reading/reading-page';
import { reviewPage } from '@/db/queries/review/review-page';
import { events, glossaryTerms, measures, readings, readingVersions, silencedChecks } from '@/db/schema';
import type { Content } from '@/lib/reading/content';
import { content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 2 });
const { as, person, buses } = await workingCouncil(db, { buses: 9, from: '2026-05-01' });

await db.delete(silencedChecks).where(eq(silencedChecks.rule, 'W1'));

const plan = { text: 'Run a spare bus on the late routes', owner: 'Head of Buses', due: '2026-10-31' };
const honest = content({ value: '84', comments: 'Four drivers were ill for most of the month.', actions: [plan] });
const file = 'W1:comments::77';
const stray = content({ comments: 'Fewer breakdowns. It was 77 at the end of the month.' });

const submit = (code: string, reading: Content, periodStart = '2026-07-01') =>
  submitted(db, as('Olive'), code, reading, periodStart);

describe('a submission', () => {
  test('of a Red figure without a cause and an action is refused, and each question wants an answer', async () => {
    const sentence = await refused(submit('bus-01', content({ value: '84', comments: null, actions: [] })));
    expect(sentence).toMatch(/do not say why/);
    expect(sentence).toMatch(/action/);
    const [row] = await db.select().from(readings).where(eq(readings.periodStart, '2026-07-01'));
    expect(row).toMatchObject({ state: 'draft', value: '84' });
  });

  test('with a cause and a dated action goes on', async () => {
    expect(await refused(submit('bus-02', honest))).toBe('accepted');
  });

  test('whose action was due before today is refused', async () => {
    const late = { ...plan, due: '2026-08-16' };
    expect(await refused(submit('bus-03', { ...honest, actions: [late] }))).toMatch(/still to come/);
  });

  test('with a stray number asks for a reason, and with the reason the number stands', async () => {
    expect(await refused(submit('bus-04', stray))).toMatch(/“77” .* say why it stands/);
    const kept = [{ finding: file, reason: 'The last week has a timetable of its own.' }];
    const before = await db.query.readings.findFirst({
      where: (row, { like }) => like(row.comments, '%77 at the end%'),
    });
    const saved = await saveReading(db, as('Olive'), {
      code: 'bus-04',
      periodStart: '2026-07-01',
      version: before?.version ?? 0,
      content: { ...stray, kept },
    });
    const { readingId } = await submitReading(db, as('Olive'), saved);
    const [row] = await db.select().from(readings).where(eq(readings.id, readingId));
    expect(row).toMatchObject({ state: 'submitted', kept });
    const [version] = await db
      .select()
      .from(readingVersions)
      .where(and(eq(readingVersions.readingId, readingId), eq(readingVersions.version, saved.version)));
    expect(version?.content.kept).toEqual(kept);
    const review = await reviewPage(db, await person('Hana'), readingId, today);
    expect(review?.findings.kept).toMatchObject([{ rule: 'W1', quote: '77', reason: kept[0]?.reason }]);
    expect(review?.findings.open).toEqual([]);
  });

  test('without a warning has no kept warnings in what is signed, as before there were any', async () => {
    const [version] = await db.select().from(readingVersions).where(eq(readingVersions.version, 1)).limit(1);
    expect(version && Object.hasOwn(version.content, 'kept')).toBe(false);
  });

  test('a reason for what blocks keeps nothing', async () => {
    const kept = [{ finding: 'B9:comments::', reason: 'We would rather not say.' }];
    const reading = { ...content({ value: '84', comments: null, actions: [plan] }), kept };
    expect(await refused(submit('bus-05', reading))).toMatch(/do not say why/);
  });
});

test('the page of a period offers the reasons of the last one, for the same words', async () => {
  const kept = [{ finding: file, reason: 'The last week has a timetable of its own.' }];
  const june = await submit('bus-06', { ...stray, kept }, '2026-06-01');
  await approveReading(db, as('Hana'), june);
  const page = await readingPage(db, await person('Olive'), 'bus-06', '2026-07-01', today);
  expect(page?.keptBefore).toEqual({ label: 'Jun 2026', warnings: kept });
  expect(page?.checks.text).toMatchObject({ commentsBefore: stray.comments, earlier: [{ value: '91' }] });
});

describe('silence', () => {
  test('of a kind of warning lets it pass for this service, until it is shown again', async () => {
    const reason = 'Buses writes about many things that are counted elsewhere.';
    await silenceCheck(db, as('Ada'), { slug: 'buses', rule: 'W1', reason });
    expect(await refused(submit('bus-07', stray))).toBe('accepted');
    await hearCheck(db, as('Ada'), { slug: 'buses', rule: 'W1' });
    expect(await refused(submit('bus-07', stray, '2026-06-01'))).toMatch(/“77”/);
    const told = await db.select().from(events).where(eq(events.kind, 'check_silenced'));
    expect(told.map(({ details }) => details)).toMatchObject([{ service: 'Buses', rule: 'W1', reason }]);
  });

  test('is the performance officer’s alone, wants a reason, and never covers what blocks', async () => {
    const check = { slug: 'buses', rule: 'W1', reason: 'No.' } as const;
    expect(await refused(silenceCheck(db, as('Hana'), check))).toMatch(/Only the performance officer/);
    expect(await refused(silenceCheck(db, as('Ada'), { ...check, reason: ' ' }))).toMatch(/Say why/);
    await expect(silenceCheck(db, as('Ada'), { ...check, rule: 'B9' as 'W1' })).rejects.toThrow();
  });
});

describe('what comes up after a submission', () => {
  const words = content({ comments: 'Fewer breakdowns, since the WTO (Wednesday turnout) was moved.' });

  test('an approval is refused while something must be mended by now', async () => {
    const reading = await submit('bus-08', words);
    await db.insert(glossaryTerms).values([{ term: 'WTO', meaning: 'World Trade Organization.' }]);
    expect(await refused(approveReading(db, as('Hana'), reading))).toMatch(/Return it to its owner.*WTO/);
    await db.delete(glossaryTerms).where(eq(glossaryTerms.term, 'WTO'));
    await approveReading(db, as('Hana'), reading);
  });

  test('a publication is blocked by it, once, and not by what was approved before words were checked', async () => {
    const blockers = async () =>
      (await nextEdition(db, buses, today, 'signed')).findings.blockers.filter(({ id }) => id.startsWith('words:'));
    expect(await blockers()).toEqual([]);
    await explainTerm(db, as('Ada'), { term: 'WTO', meaning: 'World Trade Organization.' });
    expect(await blockers()).toMatchObject([{ sentence: expect.stringMatching(/^July 2026 for measure 8: .*WTO/) }]);
    // An approval of an earlier version of this program has no such detail.
    await db.execute('alter table events disable trigger all');
    await db.execute(`update events set details = details - 'words' where kind = 'reading_approved'`);
    expect(await blockers()).toEqual([]);
    await db.execute(`update events set details = details || '{"words":"checked"}' where kind = 'reading_approved'`);
    await db.execute('alter table events enable trigger all');
  });

  test('an abbreviation that means one thing in a title and another in new words blocks the page', async () => {
    await db.delete(glossaryTerms).where(eq(glossaryTerms.term, 'WTO'));
    const [first] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
    await db
      .update(measures)
      .set({ title: 'Buses before the weekly turn-off (WTO)' })
      .where(eq(measures.code, 'bus-01'));
    const { blockers } = (await nextEdition(db, buses, today, 'signed')).findings;
    expect(blockers).toMatchObject([
      { id: expect.stringMatching(/^terms:/), sentence: expect.stringMatching(/WTO has two meanings/) },
    ]);
    await db.update(measures).set({ title: first?.title }).where(eq(measures.code, 'bus-01'));
  });

  test('a warning that was kept does not ask again, and one that nobody answered does', async () => {
    const asks = async () =>
      (await nextEdition(db, buses, today, 'signed')).findings.warnings.filter(({ id }) => id.startsWith('words:'));
    expect(await asks()).toEqual([]);
    await db.execute('alter table readings disable trigger all');
    await db.update(readings).set({ kept: [] }).where(eq(readings.periodStart, '2026-06-01'));
    expect(await asks()).toMatchObject([{ sentence: expect.stringMatching(/^June 2026 for measure 6: “77”/) }]);
  });
});
