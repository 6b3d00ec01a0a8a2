import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure, mendMeasure } from '@/db/commands/measure/measure-edit';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { draftOf } from '@/db/facts/measure-draft';
import { keptMeasure, newMeasurePlace } from '@/db/queries/framework/measure';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { keptMeasures } from '@/db/queries/framework/measures';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures, readings, seriesBreaks } from '@/db/schema';
import { measureFields } from '@/lib/framework/measure-differences';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { eventSentence } from '@/lib/record/event-sentence';
import { draft } from '../../support/council/drafts';
import { mistyped } from '../../support/council/mistyped';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses } = await workingCouncil(db, { from: '2026-05-01' });
await openRecord(db, at);

const rowOf = async (code: string) => {
  const [row] = await db.select().from(measures).where(eq(measures.code, code));
  if (!row) throw new Error(`${code} is not there`);
  return row;
};
const edit = async (code: string, more: Partial<MeasureDraft>, was?: MeasureDraft) => {
  const before = draftOf(await rowOf(code));
  return editMeasure(db, as('Ada'), {
    code,
    draft: { ...before, ...more },
    was: measureFields(was ?? before),
    reason: 'The council agreed.',
  });
};
const mend = async (code: string, words: { title?: string; definition?: string }) => {
  const { title, definition } = await rowOf(code);
  const was = { title, definition };
  return mendMeasure(db, as('Ada'), { code, ...was, ...words, was, reason: 'A typo.' });
};
const lastSentence = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event ? eventSentence({ kind: event.kind, details: event.details, who: 'Ada' }) : null;
};
const publish = async () => {
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  return publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
};

describe('a measure is added', () => {
  test('with every column of the record, told by its title, and in the list', async () => {
    const place = await newMeasurePlace(db, await person('Ada'), 'buses');
    expect(place).toEqual({ service: { slug: 'buses', name: 'Buses' }, number: 3, code: 'bus-03' });
    const full = draft({
      number: 3,
      code: 'bus-03',
      source: 'The depots',
      ownerRole: 'Head of Buses',
      noChangeBand: '0.5',
      compareAs: 'stored',
    });
    expect(await addMeasure(db, as('Ada'), { service: 'buses', draft: full })).toBe('bus-03');
    expect(draftOf(await rowOf('bus-03'))).toEqual(full);
    expect(await lastSentence()).toBe('Ada added measure 3, Buses that ran.');
    const list = await keptMeasures(db, await person('Ada'), 'buses', today);
    expect(list?.services.map(({ measures: own }) => own.map(({ code, target }) => [code, target]))).toEqual([
      [
        ['bus-01', 'at least 90%'],
        ['bus-02', 'at least 90%'],
        ['bus-03', 'None yet'],
      ],
    ]);
    expect(list?.services[0]?.measures.filter(({ wantsTarget }) => wantsTarget).map(({ code }) => code)).toEqual([
      'bus-03',
    ]);
  });

  test('a number or a code that is taken is told with the measure that has it', async () => {
    expect(
      await mistyped(addMeasure(db, as('Ada'), { service: 'buses', draft: draft({ number: 1, code: 'bus-02' }) })),
    ).toBe('“Buses on time 1” has the number 1 already. “Buses on time 2” has the code bus-02 already.');
  });

  test('of two at once with the same number one is told', async () => {
    const add = (code: string) => addMeasure(db, as('Ada'), { service: 'trams', draft: draft({ number: 2, code }) });
    const ends = await Promise.allSettled([add('tram-02'), add('tram-03')]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('before anything is written of it', () => {
  test('all of it may change, and the history tells each field before and after', async () => {
    await edit('bus-03', { unit: 'days', decimals: 0, scale: null, numeratorLabel: null, denominatorLabel: null });
    expect(await rowOf('bus-03')).toMatchObject({ unit: 'days', scale: null });
    expect(await lastSentence()).toBe(
      'Ada changed measure 3: the unit from “%” to “Days”, the decimals from “1” to “0”, how it is worked out from “× 100” to “typed”, the name of the first number from “ran” to nothing, and the name of the second number from “journeys” to nothing: The council agreed.',
    );
  });

  test('of two officers the second is told what the first did', async () => {
    const seen = draftOf(await rowOf('bus-03'));
    const both = await Promise.all([
      refused(edit('bus-03', { lagDays: 30 }, seen)),
      refused(edit('bus-03', { lagDays: 40 }, seen)),
    ]);
    expect(both).toContain('accepted');
    expect(both.find((end) => end !== 'accepted')).toMatch(
      /the days until it is due is “(30|40)” by now, and was “20”\. Look at it again\.$/,
    );
  });
});

describe('once a reading exists', () => {
  test('how it was counted stays, and its words are mended or redefined; when it is due may change', async () => {
    await approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01', content(), '2026-05-01'));
    expect(await refused(edit('bus-01', { unit: 'days' }))).toBe(
      'Figures of this measure are here already, and they were counted so: the unit stays. A measure that is counted otherwise is another one: retire this one and add it.',
    );
    expect(await refused(edit('bus-01', { frequency: 'quarterly' }))).toMatch(/how often stays/);
    expect(await refused(edit('bus-01', { title: 'Another thing' }))).toMatch(/the title is mended as a slip/);
    expect(await refused(edit('bus-01', {}))).toMatch(/nothing was changed/);
    expect(await refused(edit('bus-01', { lagDays: 30, number: 9 }))).toBe('accepted');
    expect(await rowOf('bus-01')).toMatchObject({ lagDays: 30, number: 9 });
    const kept = await keptMeasure(db, await person('Ada'), 'bus-01', today);
    expect(kept).toMatchObject({ hasReadings: true, version: 1, owner: 'Olive', announced: null, retired: null });
  });

  test('a note for readers stands under its row from the next edition on, until it is changed', async () => {
    await edit('bus-01', { notes: ['Sundays are left out.'] });
    expect(await lastSentence()).toBe(
      'Ada changed measure 9: the notes from nothing to “Sundays are left out.”: The council agreed.',
    );
    const { rows } = await nextEdition(db, buses, today, 'signed');
    expect(rows.find(({ code }) => code === 'bus-01')?.notes).toContain('Sundays are left out.');
  });

  test('a slip is mended, told as one, and voids no approval', async () => {
    expect(await mend('bus-01', { title: 'Buses on time, 1' })).toBe('bus-01');
    expect(await lastSentence()).toBe(
      'Ada mended a slip in measure 9: the title from “Buses on time 1” to “Buses on time, 1”: A typo.',
    );
    const { findings } = await nextEdition(db, buses, today, 'signed');
    expect(findings.blockers.filter(({ id }) => id.startsWith('approval'))).toEqual([]);
  });

  test('what changes more than a few letters, or a number, is a definition', async () => {
    expect(await refused(mend('bus-01', { definition: 'Whether passengers were content with the driver.' }))).toMatch(
      /more of the definition than a slip/,
    );
    expect(await refused(mend('bus-01', { title: 'Buses on time, 2' }))).toMatch(
      /A number in the title is another one/,
    );
    expect(await refused(mend('bus-01', {}))).toMatch(/nothing was changed/);
  });

  test('a break is taken back until an edition is published, and never after', async () => {
    const place = { code: 'bus-01', periodStart: '2026-06-01' };
    await breakSeries(db, as('Ada'), { ...place, reason: 'Trams left.' });
    expect(await takeBreakBack(db, as('Ada'), { ...place, reason: 'They did not.' })).toBe('bus-01');
    expect(await lastSentence()).toBe(
      'Ada took back the break in the series of measure 9 from June 2026: They did not.',
    );
    expect(await db.$count(seriesBreaks)).toBe(0);
    await breakSeries(db, as('Ada'), { ...place, reason: 'Trams left after all.' });
    await edit('bus-03', { whyNoTarget: 'it is new' });
    await publish();
    expect(await refused(takeBreakBack(db, as('Ada'), { ...place, reason: 'No.' }))).toBe(
      'Edition 1 has been published since this break was recorded, so it stays.',
    );
    expect(await db.$count(seriesBreaks)).toBe(1);
  });

  test('words that were decided are kept: a slip in them is another version', async () => {
    await redefineMeasure(db, as('Ada'), {
      code: 'bus-01',
      from: '2026-07-01',
      definition: 'Less than a minute late.',
      reason: 'The guide changed.',
      decidedBy: 'Cabinet',
      decidedOn: '2026-08-10',
    });
    expect(await refused(mend('bus-01', { title: 'Buses on tim, 1' }))).toMatch(/These words are version 2/);
  });
});

test('nobody else sees what is kept of a measure', async () => {
  for (const name of ['Hana', 'Olive', 'Cal', 'Adam', 'Nora'] as const) {
    const who = await person(name);
    expect(await keptMeasures(db, who, null, today)).toBeNull();
    expect(await keptMeasure(db, who, 'bus-01', today)).toBeNull();
    expect(await newMeasurePlace(db, who, 'buses')).toBeNull();
    expect(await measureRecord(db, who, 'bus-01', today)).toBeNull();
  }
  expect(await keptMeasure(db, await person('Ada'), 'bus-99', today)).toBeNull();
  expect(await db.$count(readings)).toBe(1);
});

test('the record holds', async () => expect((await verifyRecord(db)).tampered).toBeNull());
