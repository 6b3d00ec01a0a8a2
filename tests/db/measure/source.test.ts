import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { nameSource } from '@/db/commands/measure/source';
import { announceRelease } from '@/db/commands/release/announce';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { events, measures } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { councilCommand } from '../../support/council/people-command';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { as, id, buses } = await workingCouncil(db, { buses: 1 });
const naming = { code: 'bus-01', source: ' Ticket machines ', ownerRole: 'Bus Data Manager' };
const server = { who: null, at };

test('where the figures come from and who answers for them: kept, recorded as a sentence, and in the next edition', async () => {
  expect(await nameSource(db, server, naming)).toBe(
    'Buses on time 1 (bus-01): Ticket machines; Bus Data Manager answers for it.',
  );
  const [event] = await db.select().from(events).where(eq(events.kind, 'source_named'));
  expect(event && eventSentence({ kind: event.kind, details: event.details, who: 'Ada' })).toBe(
    'Ada named the source of measure 1 and who answers for it: Ticket machines; Bus Data Manager.',
  );
  const { pages } = await nextEdition(db, buses, today, 'signed');
  expect(pages[0]?.sheet).toMatchObject({ source: 'Ticket machines', ownerRole: 'Bus Data Manager' });
});

test('refused: a measure that is not there, nothing said, too much said, and whoever is no administrator', async () => {
  expect(await refused(nameSource(db, server, { ...naming, code: 'bus-99' }))).toBe('There is no measure “bus-99”.');
  expect(await refused(nameSource(db, server, { ...naming, source: ' ' }))).toMatch(/^Say where/);
  expect(await refused(nameSource(db, server, { ...naming, source: 'x'.repeat(501) }))).toMatch(/at most 500/);
  expect(await refused(nameSource(db, server, { ...naming, ownerRole: '' }))).toMatch(/^Say which role/);
  for (const who of ['Olive', 'Hana', 'Cal', 'Nora'] as const)
    expect(await refused(nameSource(db, { who: id[who], at }, naming)), who).not.toBe('accepted');
  expect(await db.$count(events, eq(events.kind, 'source_named'))).toBe(1);
});

test('by the command line it says what it did, and what it wants', () => {
  const source = ['source', 'bus-01', 'A new count', 'Head of Buses', '--by', 'adam@testshire.example'];
  expect(councilCommand(process.env, ...source)).toMatchObject({ code: 0 });
  expect(councilCommand(process.env, 'source', 'bus-01')).toMatchObject({ code: 1 });
});

test('while an edition is announced it waits: what was announced would not be what is published', async () => {
  const dueAt = '2026-08-18T08:30:00.000Z';
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'It follows.' }));
  await announceRelease(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged, dueAt });
  expect(await refused(nameSource(db, server, naming))).toMatch(/shows this measure as it is now/);
  const [measure] = await db.select({ source: measures.source }).from(measures).where(eq(measures.code, 'bus-01'));
  expect(measure?.source).toBe('A new count');
});
