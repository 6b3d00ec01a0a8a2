import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { changeTerm, explainTerm, removeTerm } from '@/db/commands/glossary/terms';
import { setTheme } from '@/db/commands/measure/theme';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { termUse } from '@/db/queries/glossary/term-use';
import { keptGlossary, keptTerm } from '@/db/queries/glossary/terms';
import { glossaryInPublic, termsOf } from '@/db/queries/published/glossary';
import { editionInForce } from '@/db/queries/published/in-force';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editionTerms, events } from '@/db/schema';
import { termFields } from '@/lib/glossary/term';
import { eventSentence } from '@/lib/record/event-sentence';
import { mistyped } from '../../support/council/mistyped';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses } = await workingCouncil(db);
await openRecord(db, at);

const ofCouncil = { term: 'FTE', meaning: 'Full-time equivalent: parts of a post count as parts.' };
const ofBuses = { term: 'fte', meaning: 'First ticket entered.', service: 'buses' };
const publish = async (day: string) => {
  const { findings } = await nextEdition(db, buses, day, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  await publishEdition(db, as('Ada', { at: `${day}T11:00:00Z`, today: day }), {
    service: 'buses',
    asAt: day,
    note: null,
    acknowledged,
  });
  const edition = await editionInForce(db, 'buses', `${day}T23:00:00Z`);
  return { id: edition?.id ?? 0, sha256: edition?.head.sha256 };
};
const lastSentence = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event && eventSentence({ kind: event.kind, details: event.details, who: 'Ada' });
};

describe('a word that one service means otherwise', () => {
  test('stands beside the council’s, once for each of them, also in a race', async () => {
    await explainTerm(db, as('Ada'), ofCouncil);
    const ends = await Promise.all([1, 2].map(() => mistyped(explainTerm(db, as('Ada'), ofBuses))));
    expect(ends.sort()).toEqual(['', '“fte” is explained already: change what is there.']);
    expect(await mistyped(explainTerm(db, as('Ada'), { ...ofCouncil, term: 'Fte' }))).toMatch(/explained already/);
    expect(await mistyped(explainTerm(db, as('Ada'), { ...ofBuses, service: 'ferries' }))).toMatch(/no such service/);
    expect(await glossaryInPublic(db)).toEqual([
      { ...ofCouncil, service: null },
      { term: 'fte', meaning: 'First ticket entered.', service: 'Buses' },
    ]);
    expect(await db.$count(events, eq(events.kind, 'term_explained'))).toBe(2);
    expect(await lastSentence()).toBe('Ada explained “fte” for Buses: First ticket entered.');
  });

  test('its effect names the service, what it takes the place of, and pages on which it would mean two things', async () => {
    const use = await termUse(db, await person('Ada'), { term: 'FTE', meaning: 'First ticket entered.' }, 'buses');
    expect(use).toEqual({ service: 'Buses', instead: ofCouncil.meaning, users: [], twice: [] });
    await db.execute(
      sql`update measures set definition = 'How many posts of a full-time equivalent (FTE) are filled. FTE.' where code = 'bus-02'`,
    );
    const twice = await termUse(db, await person('Ada'), { term: 'FTE', meaning: 'First ticket entered.' }, 'buses');
    expect(twice?.users).toEqual(['Buses on time 2']);
    // For the council, Buses is left out: it means the word otherwise.
    expect((await termUse(db, await person('Ada'), ofCouncil, null))?.users).toEqual([]);
    await db.execute(sql`update measures set definition = 'How many journeys started on time.' where code = 'bus-02'`);
  });

  test('is changed and removed by itself; nobody but the performance officer', async () => {
    const kept = await keptGlossary(db, await person('Ada'));
    expect(kept?.map(({ service }) => service?.slug ?? null)).toEqual([null, 'buses']);
    const own = await keptTerm(db, await person('Ada'), String(kept?.[1]?.id));
    if (!own) throw new Error('no word');
    const words = { term: 'FTE', meaning: 'First ticket.' };
    await changeTerm(db, as('Ada'), { id: own.id, words, was: termFields(own) });
    expect(await lastSentence()).toBe(
      'Ada changed what the glossary says of “fte” for Buses: the word from “fte” to “FTE”, and the meaning from “First ticket entered.” to “First ticket.”',
    );
    for (const name of ['Adam', 'Hana', 'Olive', 'Cal'] as const)
      expect(await refused(explainTerm(db, as(name), { ...ofBuses, term: 'ABC' }))).toMatch(
        /Only the performance officer/,
      );
  });
});

describe('while a release is announced', () => {
  test('a word that it uses keeps its meaning, a word that it does not use may change; then both may', async () => {
    const { findings } = await nextEdition(db, buses, today, 'signed');
    const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
    const dueAt = '2026-08-18T08:30:00Z';
    const edition = { service: 'buses', asAt: today, note: null, dueAt, acknowledged };
    const release = await announceRelease(db, as('Ada'), edition);
    // The measures are called “Buses on time 1” and “Buses on time 2”.
    const used = { term: 'Buses', meaning: 'What runs on roads.' };
    const why =
      /^Edition 1 is announced for 09:30 on 18 August 2026 and uses “Buses”, which keeps its meaning until then/;
    expect(await refused(explainTerm(db, as('Ada'), used))).toMatch(why);
    expect(await refused(explainTerm(db, as('Ada'), { ...used, service: 'buses' }))).toMatch(why);
    expect(await refused(explainTerm(db, as('Ada'), { ...used, service: 'trams' }))).toBe('accepted');
    await explainTerm(db, as('Ada'), { term: 'Pantograph', meaning: 'What takes power from a wire.' });
    const kept = (await keptGlossary(db, await person('Ada'))) ?? [];
    const idOf = (term: string) => kept.find((each) => each.term === term)?.id ?? 0;
    const pantograph = { term: 'Pantograph', meaning: 'What takes power from a wire.' };
    const renamed = { id: idOf('Pantograph'), words: { ...pantograph, term: 'Buses' }, was: termFields(pantograph) };
    expect(await refused(changeTerm(db, as('Ada'), renamed))).toMatch(why);
    await removeTerm(db, as('Ada'), { id: idOf('Pantograph'), was: termFields(pantograph) });
    await removeTerm(db, as('Ada'), { id: idOf('Buses'), was: termFields(used) });
    await cancelRelease(db, as('Ada'), { id: release.id, dueAt, reason: 'Not yet.' });
    await explainTerm(db, as('Ada'), used);
    const [bus] = ((await keptGlossary(db, await person('Ada'))) ?? []).filter(({ term }) => term === 'Buses');
    await removeTerm(db, as('Ada'), { id: bus?.id ?? 0, was: termFields(used) });
  });
});

describe('the words that an edition explains', () => {
  test('are its service’s glossary when it was published, and stay so whatever the glossary says later', async () => {
    const first = await publish('2026-08-17');
    expect(await termsOf(db, first.id)).toEqual([{ term: 'FTE', meaning: 'First ticket.' }]);
    const [, own] = (await keptGlossary(db, await person('Ada'))) ?? [];
    if (!own) throw new Error('no word');
    await removeTerm(db, as('Ada'), { id: own.id, was: termFields(own) });
    expect(await lastSentence()).toBe('Ada removed “FTE” from the glossary for Buses: First ticket.');
    // An edition needs something new to say; words alone are nothing new.
    await setTheme(db, as('Ada'), { code: 'bus-01', theme: 'Getting about', was: '' });
    const second = await publish('2026-08-18');
    expect(await termsOf(db, second.id)).toEqual([ofCouncil]);
    expect(await termsOf(db, first.id)).toEqual([{ term: 'FTE', meaning: 'First ticket.' }]);
    expect(await verifyRecord(db)).toMatchObject({ tampered: null });
  });

  test('cannot be changed, removed or emptied, and one that is put in is seen', async () => {
    for (const change of [
      sql`update edition_terms set meaning = 'Something else.'`,
      sql`delete from edition_terms`,
      sql`truncate edition_terms`,
    ])
      await expect(db.execute(change)).rejects.toThrow();
    expect(await db.$count(editionTerms)).toBe(2);
  });
});
