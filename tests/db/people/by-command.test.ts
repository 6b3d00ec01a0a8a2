import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, people } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { councilCommand, peopleCommand } from '../../support/council/people-command';
import { at, emailOf, type Name, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { id } = await workingCouncil(db);
await openRecord(db, at);

const by = (name: Name) => ['--by', emailOf(name)];
/** The last thing that the record tells, with the name of whoever did it. */
async function lastSentence() {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  const everybody = await db.select({ id: people.id, name: people.name }).from(people);
  const who = everybody.find((person) => person.id === event?.actorId)?.name ?? null;
  return event ? eventSentence({ ...event, who }) : null;
}

test('an act at the command line is told as that of the person whom it names', async () => {
  expect(peopleCommand(process.env, 'role', 'give', 'councillor', emailOf('Nora'), ...by('Adam'))).toEqual({
    output: 'Nora is councillor from now on.',
    code: 0,
  });
  expect(await lastSentence()).toBe('Adam, by command line, gave Nora the role of councillor.');
  expect(councilCommand(process.env, ...by('Ada'), 'source', 'bus-01', 'The depots', 'Head of Buses').code).toBe(0);
  expect(await lastSentence()).toBe(
    'Ada, by command line, named the source of measure 1 and who answers for it: The depots; Head of Buses.',
  );
});

test('who names nobody, or nobody who is here, changes nothing', async () => {
  const before = await db.$count(events);
  const whose = 'Say whose act this is, as the history will tell: --by ines@council.gov.uk';
  expect(peopleCommand(process.env, 'leave', emailOf('Nora'))).toEqual({ output: whose, code: 1 });
  expect(peopleCommand(process.env, 'leave', emailOf('Nora'), '--by')).toEqual({ output: whose, code: 1 });
  expect(councilCommand(process.env, 'committee', 'roads', 'Roads')).toEqual({ output: whose, code: 1 });
  expect(peopleCommand(process.env, 'leave', emailOf('Nora'), '--by', 'ghost@testshire.example')).toEqual({
    output: 'Nobody here has the address “ghost@testshire.example”: name the person who does this with --by.',
    code: 1,
  });
  expect(await db.$count(events)).toBe(before);
});

test('who has not the role is refused as on a page, and the try is kept', async () => {
  expect(peopleCommand(process.env, 'leave', emailOf('Nora'), ...by('Olive'))).toEqual({
    output: 'Only an administrator can look after people.',
    code: 1,
  });
  expect(await lastSentence()).toBe(
    'Olive, by command line, tried to record the leaving of Nora, and was told: “Only an administrator can look after people.”',
  );
  expect(councilCommand(process.env, 'committee', 'roads', 'Roads', ...by('Olive')).output).toBe(
    'Only the performance officer or an administrator can look after committees.',
  );
});

test('what only reads needs no name, and the record holds', async () => {
  expect(peopleCommand(process.env, 'list').output).toContain('Nora <nora@testshire.example>; councillor');
  expect(councilCommand(process.env, 'list').code).toBe(0);
  expect(id.Adam).toBeGreaterThan(0);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
