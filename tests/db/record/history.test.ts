import { beforeAll, describe, expect, test } from 'vitest';
import { rename } from '@/db/commands/people/person-change';
import { saveReading } from '@/db/commands/reading/reading-save';
import { historyOfCouncil, historyOfMeasure, historyOfService } from '@/db/queries/history/narrowed-history';
import { events } from '@/db/schema';
import { pageSize } from '@/lib/form/page-of-list';
import { everything } from '@/lib/record/history-question';
import { at, content, emailOf, type Name, today, workingCouncil } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const counted = await countedStatements();
const { as, person } = await workingCouncil(db, { buses: 3 });

const july = { code: 'bus-01', periodStart: '2026-07-01' };
const buses = async (question: Partial<typeof everything> = {}, name: Name = 'Ada') =>
  (await historyOfService(db, await person(name), 'buses', today, { question: { ...everything, ...question } })) ?? {
    lines: [],
    older: null,
    people: [],
    measures: [],
  };

/** bus-01 is begun and changed 60 times by Olive; bus-03 once by Oskar. */
beforeAll(async () => {
  for (let version = 0; version <= 60; version += 1)
    await saveReading(db, as('Olive'), {
      ...july,
      version: version === 0 ? null : version,
      content: content({ value: String(20 + version), comments: `For the ${version}th time.` }),
    });
  await saveReading(db, as('Oskar'), { ...july, code: 'bus-03', version: null, content: content({ value: '70' }) });
}, 60_000);

describe('a history of fifty lines a page', () => {
  test('the pages hold every event once, the newest first', async () => {
    const first = await buses();
    expect(first.lines).toHaveLength(pageSize);
    const second = await buses({ before: first.older });
    expect(second.older).toBeNull();
    const shown = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    expect(new Set(shown).size).toBe(62);
    expect((await buses({ before: second.lines.at(-1)?.id ?? 0 })).lines).toEqual([]);
  });

  test('a page takes as many statements whatever it shows', async () => {
    const ada = await person('Ada');
    const page = (question: Partial<typeof everything>) =>
      counted((db) => historyOfService(db, ada, 'buses', today, { question: { ...everything, ...question } }));
    const few = (await buses()).lines.at(-1)?.id ?? 0;
    expect(await page({})).toBe(await page({ before: few }));
    expect(await page({})).toBeLessThanOrEqual(5);
  });
});

describe('what an event changed', () => {
  test('a save: each field as it was in the version before, and as it is in this one', async () => {
    const [line] = (await buses({ measure: 'bus-01' })).lines;
    expect(line?.sentence).toMatch(/^Olive changed the figure and the comments of July 2026 for measure 1/);
    expect(line?.changes).toEqual([
      { what: 'figure', before: '79%', after: '80%' },
      { what: 'comments', before: 'For the 59th time.', after: 'For the 60th time.' },
    ]);
    expect(line?.href).toBe('/readings/bus-01/2026-07-01');
  });

  test('the first save: everything that it says, where nothing was before', async () => {
    const { lines } = await buses({ measure: 'bus-03' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.changes).toContainEqual({ what: 'figure', before: null, after: '70%' });
  });

  test('a person renamed: the name before and after, in the history of the council', async () => {
    await rename(db, { who: null, at }, { email: emailOf('Nora'), name: 'Nora Field' });
    const history = await historyOfCouncil(db, await person('Adam'));
    expect(history?.lines[0]).toMatchObject({ changes: [{ what: 'name', before: 'Nora', after: 'Nora Field' }] });
  });
});

describe('narrowed', () => {
  test('to a person, to a topic, to a measure, to days, and to all of them at once', async () => {
    const { id } = await person('Oskar');
    expect((await buses({ person: id })).lines.map(({ who }) => who)).toEqual(['Oskar']);
    expect((await buses({ topic: 'people' })).lines).toEqual([]);
    expect((await buses({ topic: 'readings' })).lines).toHaveLength(pageSize);
    expect((await buses({ measure: 'bus-02' })).lines).toEqual([]);
    expect((await buses({ measure: 'no-such' })).lines).toEqual([]);
    expect((await buses({ from: '2026-08-17', until: '2026-08-17' })).lines).toHaveLength(pageSize);
    expect((await buses({ until: '2026-08-16' })).lines).toEqual([]);
    expect((await buses({ from: '2026-08-18' })).lines).toEqual([]);
    const all = { person: id, topic: 'readings', measure: 'bus-03', from: '2026-08-17', until: '2026-08-17' } as const;
    expect((await buses(all)).lines).toHaveLength(1);
  });

  test('offers everybody, and the measures of the service', async () => {
    const { people, measures } = await buses();
    expect(people.map(({ name }) => name)).toContain('Oskar');
    expect(measures.map(({ code }) => code)).toEqual(['bus-01', 'bus-02', 'bus-03']);
  });

  test('never to what is another service’s: its measure finds nothing here', async () => {
    await saveReading(db, as('Otis'), { ...july, code: 'tram-01', version: null, content: content({ value: '70' }) });
    expect((await buses({ measure: 'tram-01' })).lines).toEqual([]);
    expect((await buses({ person: (await person('Otis')).id })).lines).toEqual([]);
  });
});

test('whose history it is: the council’s is the officer’s and the administrator’s, a service’s is that of who works for it', async () => {
  const total = await db.$count(events);
  expect(total).toBeGreaterThan(62);
  for (const name of ['Olive', 'Hana', 'Cal', 'Otis', 'Nora'] as const)
    expect(await historyOfCouncil(db, await person(name)), name).toBeNull();
  for (const name of ['Ada', 'Adam'] as const)
    expect(await historyOfCouncil(db, await person(name)), name).not.toBeNull();
  for (const name of ['Cal', 'Otis', 'Adam', 'Nora'] as const) {
    expect(await historyOfService(db, await person(name), 'buses', today), name).toBeNull();
    expect(await historyOfMeasure(db, await person(name), 'bus-01', today), name).toBeNull();
  }
});
