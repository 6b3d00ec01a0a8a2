import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import {
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { factsOf } from '@/db/facts/measure-facts';
import { historyOfMeasure, historyOfService } from '@/db/queries/history/narrowed-history';
import { historyOfReading } from '@/db/queries/history/reading-history';
import { readingPage } from '@/db/queries/reading/reading-page';
import { reviewPage, reviewsFor } from '@/db/queries/review/review-page';
import { recentSteps } from '@/db/queries/work/recent-steps';
import { workOf } from '@/db/queries/work/work';
import { measures, readings } from '@/db/schema';
import { freezeRow } from '@/lib/edition/freeze-row';
import { content, type Name, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, person } = await workingCouncil(db, { buses: 4, from: '2026-06-01' });
const july = { periodStart: '2026-07-01' };
const marker = 'marker-of-a-draft';
let waiting = { readingId: 0, version: 0 };

/** bus-01: June published, July submitted. bus-02: June returned. bus-03: July drafted. bus-04 (Oskar's): nothing. */
beforeAll(async () => {
  const june = await submitted(db, as('Olive'), 'bus-01', content({ value: '88' }), '2026-06-01');
  await approveReading(db, as('Hana'), june);
  const acknowledged = ['bus-02', 'bus-03', 'bus-04', 'bus-01'].flatMap((code) =>
    ['2026-06-01', '2026-07-01'].map((start) => ({ finding: `overdue:${code}:${start}`, reason: 'Known' })),
  );
  await publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
  const action = { text: `Plan ${marker}`, owner: 'Head of Buses', due: '2026-09-01' };
  waiting = await submitted(db, as('Olive'), 'bus-01', content({ comments: marker, actions: [action] }));
  const back = await submitted(db, as('Olive'), 'bus-02', content(), '2026-06-01');
  await returnReading(db, as('Hana'), { ...back, reason: 'Say more.', suggested: 'It rained.' });
  await saveReading(db, as('Olive'), {
    code: 'bus-03',
    ...july,
    version: null,
    content: content({ comments: marker }),
  });
});

describe('my work', () => {
  test('Olive’s: overdue, returned and begun, oldest due first; what is submitted is not hers any more', async () => {
    const { items } = await workOf(db, await person('Olive'), today);
    expect(items.map(({ kind, code, due, daysLate }) => [kind, code, due, daysLate])).toEqual([
      ['returned', 'bus-02', '2026-07-14', 34],
      ['overdue', 'bus-03', '2026-07-14', 34],
      ['overdue', 'bus-02', '2026-08-14', 3],
      ['draft', 'bus-03', '2026-08-14', 3],
    ]);
    expect(items.map(({ href }) => href)[0]).toBe('/readings/bus-02/2026-06-01');
    expect(items[3]?.sentence).toBe('July 2026 is begun; it was due by 14 August 2026, 3 days ago.');
  });

  test('a reading is due before it is overdue, and neither before its period has ended', async () => {
    const kinds = async (day: string) => (await workOf(db, await person('Oskar'), day)).items.map(({ kind }) => kind);
    expect(await kinds('2026-06-30')).toEqual([]);
    expect(await kinds('2026-07-01')).toEqual(['due']);
    expect(await kinds('2026-07-14')).toEqual(['due']);
    expect(await kinds('2026-07-15')).toEqual(['overdue']);
    expect(await kinds('2026-08-01')).toEqual(['overdue', 'due']);
  });

  test('Hana’s and Dev’s: what waits for review; Ada’s: each service at a glance; Cal’s and Nora’s: nothing', async () => {
    for (const name of ['Hana', 'Dev'] as const) {
      const { items } = await workOf(db, await person(name), today);
      expect(items.map(({ kind, code, href }) => [kind, code, href])).toEqual([
        ['review', 'bus-01', `/reviews/${waiting.readingId}`],
      ]);
    }
    expect((await workOf(db, await person('Dev'), '2026-09-01')).items).toEqual([]);
    const { items } = await workOf(db, await person('Ada'), today);
    expect(items.map(({ kind, code, sentence }) => [kind, code, sentence])).toEqual([
      ['release', 'buses', '0 of 7 readings approved since edition 1; 7 overdue.'],
      ['release', 'trams', '0 of 2 readings approved; 2 overdue.'],
    ]);
    for (const name of ['Cal', 'Adam', 'Nora'] as const)
      expect((await workOf(db, await person(name), today)).items).toEqual([]);
  });

  test('the last deeds are one’s own, newest first, without refused tries', async () => {
    const recent = await recentSteps(db, await person('Hana'));
    expect(recent.map(({ sentence }) => sentence)).toEqual([
      'You returned June 2026 for measure 2, with suggested wording: Say more.',
      'You approved June 2026 for measure 1, seen as version 1.',
    ]);
    expect(recent[0]?.href).toBe('/readings/bus-02/2026-06-01/history');
  });

  test('twenty years of history change nothing in the list but what is missing from it', async () => {
    const [own] = await db.select().from(measures).where(eq(measures.code, 'tram-01'));
    const hester = (await person('Hester')).id;
    const years = Array.from({ length: 240 }, (_, n) => ({
      measureId: own?.id ?? 0,
      value: '90',
      state: 'published' as const,
      authors: [own?.ownerId ?? 0],
      periodStart: `${2006 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`,
      submittedBy: own?.ownerId ?? 0,
      submittedAt: today,
      approvedBy: hester,
      approvedAt: today,
      approvedHash: 'a'.repeat(64),
      publishedAt: today,
    }));
    await db.insert(readings).values(years);
    await db.update(measures).set({ requiredFrom: '2006-01-01' }).where(eq(measures.code, 'tram-01'));
    const { items } = await workOf(db, await person('Otis'), today);
    expect(items.map(({ period }) => period?.label)).toEqual([
      'Jan 2026',
      'Feb 2026',
      'Mar 2026',
      'Apr 2026',
      'May 2026',
      'Jun 2026',
      'Jul 2026',
    ]);
    await db.update(measures).set({ requiredFrom: '2026-06-01' }).where(eq(measures.code, 'tram-01'));
  });
});

describe('the reading form', () => {
  const form = async (name: Name, code = 'bus-01', start = '2026-07-01', day = today) =>
    readingPage(db, await person(name), code, start, day);

  test('begins empty, with the period before beside it and what the measure asks', async () => {
    const page = await form('Oskar', 'bus-04', '2026-07-01');
    expect(page).toMatchObject({
      readingId: null,
      version: null,
      state: null,
      steps: ['save'],
      whyNot: null,
      row: null,
    });
    expect(page).toMatchObject({ previous: null, usual: [], target: { figure: '90%', rule: 'at least 90%' } });
    expect(page?.period).toMatchObject({ label: 'Jul 2026', due: '2026-08-14', status: 'overdue', daysLate: 3 });
    const second = await form('Olive', 'bus-01');
    expect(second?.previous).toMatchObject({ label: 'Jun 2026', figure: '88%', comments: 'Fewer breakdowns.' });
    expect(second?.usual).toEqual(['88']);
    expect(second?.comparator).toMatchObject({ label: 'Jun 2026', figure: '88%' });
  });

  test('shows the row as councillors would see it, whatever its state', async () => {
    expect((await form('Olive'))?.row).toMatchObject({
      current: { text: '91%' },
      comments: marker,
      previous: { text: '88%' },
    });
    expect((await form('Olive', 'bus-03'))?.row).toMatchObject({ current: { text: '91%' } });
  });

  test('tells of a return, with its wording', async () => {
    const page = await form('Olive', 'bus-02', '2026-06-01');
    expect(page?.returned).toMatchObject({ by: 'Hana', reason: 'Say more.', suggested: 'It rained.' });
    expect(page?.steps).toEqual(['save', 'submit']);
  });

  test('tells Hana what she may do, and Ada why she may nothing', async () => {
    expect((await form('Hana'))?.steps).toEqual(['approve', 'return']);
    expect(await form('Ada')).toMatchObject({
      steps: [],
      whyNot: expect.stringMatching(/^Only the head of this service/),
    });
  });

  test.each([
    ['a period that has not begun', 'bus-01', '2026-09-01'],
    ['a period before the first', 'bus-01', '2026-05-01'],
    ['a day that no period starts on', 'bus-01', '2026-07-02'],
    ['what is no day', 'bus-01', 'july'],
    ['a measure that is not there', 'bus-99', '2026-07-01'],
  ])('is not found for %s', async (_, code, start) => expect(await form('Olive', code, start)).toBeNull());
});

describe('the review', () => {
  test('lists what waits, with what an approval must carry', async () => {
    const [item, ...more] = await reviewsFor(db, await person('Hana'), today);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      ...waiting,
      submitted: { by: 'Olive' },
      steps: ['approve', 'return'],
      whyNot: null,
    });
  });

  test('shows in the list all that the page of the reading shows, in the same words', async () => {
    const [item] = await reviewsFor(db, await person('Hana'), today);
    const page = await reviewPage(db, await person('Hana'), waiting.readingId, today);
    expect(page?.row).toMatchObject(item?.words.row ?? {});
    expect(item?.words.row).toMatchObject({
      current: { text: '91%' },
      target: { rule: 'at least 90%' },
      rag: { colour: 'green' },
      comments: marker,
      actions: [{ text: `Plan ${marker}`, owner: 'Head of Buses', due: '2026-09-01' }],
    });
    expect(item?.words).toMatchObject({
      parts: null,
      last: { label: 'Jun 2026', figure: '88%', parts: null },
      unusual: null,
      publicNote: null,
    });
  });

  test('shows the row that will be published, what changed since, and the history', async () => {
    const page = await reviewPage(db, await person('Dev'), waiting.readingId, today);
    expect(page?.row).toEqual((await readingPage(db, await person('Olive'), 'bus-01', '2026-07-01', today))?.row);
    expect(page?.changedSincePreviousPeriod).toMatchObject({ label: 'Jun 2026' });
    expect(page?.changedSincePreviousPeriod?.differences.map(({ what }) => what)).toEqual([
      'figure',
      'comments',
      'actions',
    ]);
    expect(page?.deputy).toBe('You are deputising for Hana until 31 August 2026.');
    expect(page?.history.map(({ sentence }) => sentence)).toEqual([
      'Olive submitted July 2026 for measure 1 (version 1).',
      'Olive began July 2026 for measure 1.',
    ]);
  });

  test('is exactly the row of the edition, once it is published', async () => {
    const page = await reviewPage(db, await person('Hana'), waiting.readingId, today);
    await approveReading(db, as('Hana'), waiting);
    const [own] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
    const [facts] = await factsOf(db, { measureId: own?.id ?? 0 }, today, 'signed');
    expect(facts && freezeRow(facts, { asAt: today, comparisonStart: 2025 })).toEqual(page?.row);
    await returnReading(db, as('Hana'), { ...waiting, reason: 'For the next tests.', suggested: null });
    await submitReading(db, as('Olive'), waiting);
  });

  test('compares with the version that was with the head before, never with a draft that nobody else saw', async () => {
    const reading = (value: string) => content({ value, comments: `It was ${value}.` });
    const first = await submitted(db, as('Oskar'), 'bus-04', reading('91'));
    const back = await withdrawReading(db, as('Oskar'), first);
    const save = { code: 'bus-04', ...july };
    const unseen = await saveReading(db, as('Oskar'), { ...save, version: back.version, content: reading('95') });
    const next = await saveReading(db, as('Oskar'), { ...save, version: unseen.version, content: reading('93') });
    await submitReading(db, as('Oskar'), next);
    const changes = async () =>
      (await reviewPage(db, await person('Hana'), next.readingId, today))?.changedSinceLastVersion;
    expect(await changes()).toEqual([
      { what: 'figure', before: '91%', after: '93%' },
      { what: 'comments', before: 'It was 91.', after: 'It was 93.' },
    ]);
    // Drafts before the first submission were with nobody, so there is nothing to compare with.
    const draft = await saveReading(db, as('Olive'), { ...save, code: 'bus-03', version: 1, content: reading('90') });
    await submitReading(db, as('Olive'), draft);
    const own = await reviewPage(db, await person('Hana'), draft.readingId, today);
    expect(own?.version).toBe(2);
    expect(own?.changedSinceLastVersion).toEqual([]);
    await returnReading(db, as('Hana'), { ...draft, reason: 'For the next tests.', suggested: null });
    await returnReading(db, as('Hana'), { ...next, reason: 'For the next tests.', suggested: null });
  });

  test('says what a correction changes, and that a later period stays on the scorecard', async () => {
    const [june] = await db.select().from(readings).where(eq(readings.state, 'published'));
    const begun = await beginCorrection(db, as('Olive'), { readingId: june?.id ?? 0, version: 1 });
    const fixed = content({ value: '80', publicNote: 'Counted twice.', unusual: 'Checked twice.' });
    const version = await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-06-01',
      version: begun.version,
      content: fixed,
    });
    await submitReading(db, as('Olive'), version);
    const page = await reviewPage(db, await person('Hana'), version.readingId, today);
    // The list has both the correction of June and July, each in words of its own, whichever waits beside it.
    const listed = await reviewsFor(db, await person('Hana'), today);
    expect(listed.map(({ correction, words }) => [correction, words.row.current.text, words.last?.figure])).toEqual([
      [true, '80%', undefined],
      [false, '91%', '88%'],
    ]);
    expect(listed[0]?.words).toMatchObject({
      row: { rag: { colour: 'red' }, notes: ['Revised: was 88%, now 80%; Counted twice.'] },
      publicNote: 'Counted twice.',
      revisionReason: 'error',
      unusual: { question: null, reason: 'Checked twice.' },
    });
    // June was published on time: a correction of it is not late.
    expect(page?.period.daysLate).toBe(0);
    expect(page?.changedSincePublished?.differences).toEqual([
      { what: 'figure', before: '88%', after: '80%' },
      { what: 'reason for an unusual figure', before: null, after: 'Checked twice.' },
      { what: 'public note', before: null, after: 'Counted twice.' },
      { what: 'kind of correction', before: null, after: 'There was a mistake' },
    ]);
    expect(page?.row.notes).toEqual(['Revised: was 88%, now 80%; Counted twice.']);
    expect(page?.rowNote).toBeNull();
    await approveReading(db, as('Hana'), waiting);
    expect((await reviewPage(db, await person('Hana'), version.readingId, today))?.rowNote).toBe(
      'The scorecard goes on showing July 2026; June 2026 will appear in its trend.',
    );
  });
});

describe('what one may not see is not there', () => {
  const outside: Name[] = ['Otis', 'Hester', 'Cal', 'Adam', 'Nora'];
  test.each(outside)('%s finds no draft, review or history of Buses, as if there were none', async (name) => {
    const who = await person(name);
    const all = [
      await readingPage(db, who, 'bus-01', '2026-07-01', today),
      await readingPage(db, who, 'bus-03', '2026-07-01', today),
      await reviewPage(db, who, waiting.readingId, today),
      await historyOfReading(db, who, { code: 'bus-01', ...july }, today),
      await historyOfMeasure(db, who, 'bus-01', today),
      await historyOfService(db, who, 'buses', today),
    ];
    expect(all).toEqual(all.map(() => null));
    const lists = JSON.stringify([await workOf(db, who, today), await reviewsFor(db, who, today)]);
    expect(lists).not.toMatch(/marker-of|bus-0/);
  });

  test('those who work for Buses find them; a deputy only within the span', async () => {
    for (const name of ['Olive', 'Oskar', 'Hana', 'Dev', 'Ada'] as const)
      expect((await historyOfService(db, await person(name), 'buses', today))?.lines.length).toBeGreaterThan(5);
    expect(await historyOfService(db, await person('Dev'), 'buses', '2026-09-01')).toBeNull();
    expect(await reviewPage(db, await person('Olive'), waiting.readingId, today)).toBeNull();
    expect((await historyOfMeasure(db, await person('Oskar'), 'bus-01', today))?.lines.at(-1)?.sentence).toBe(
      'Olive began June 2026 for measure 1.',
    );
  });
});

test('a publication stands in the history of each reading that it published, and of no other', async () => {
  const olive = await person('Olive');
  const publicationsOf = async (periodStart: string) =>
    ((await historyOfReading(db, olive, { code: 'bus-01', periodStart }, today))?.lines ?? [])
      .map(({ sentence }) => sentence)
      .filter((sentence) => sentence.includes('published'));
  expect(await publicationsOf('2026-06-01')).toEqual([
    expect.stringMatching(/^Ada published edition 1, as at 17 August 2026/),
  ]);
  expect(await publicationsOf('2026-07-01')).toEqual([]);
  const measure = await historyOfMeasure(db, olive, 'bus-01', today);
  expect(measure?.lines.filter(({ sentence }) => sentence.startsWith('Ada published edition 1'))).toHaveLength(1);
  const other = await historyOfMeasure(db, olive, 'bus-02', today);
  expect(other?.lines.filter(({ sentence }) => sentence.includes('published edition'))).toEqual([]);
});
