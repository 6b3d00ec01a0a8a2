import { and, asc, eq, gt, max } from 'drizzle-orm';
import fc from 'fast-check';
import { expect } from 'vitest';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { saveReading } from '@/db/commands/reading/reading-save';
import {
  acceptSuggestion,
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { events, readings } from '@/db/schema';
import { content, emailOf, ending, type Name } from '../council/working-council';
import type { Ring } from '../record/races';
import { beginning, type Command, everybody, type Model, next, step, suggestion, textOf } from './reference-model';

const who = fc.constantFrom(...everybody);
const likely = fc.constantFrom('Olive' as const, 'Olive' as const, 'Hana' as const, 'Dev' as const, 'Ada' as const);
const behind = fc.constantFrom(0, 0, 0, 0, 0, 1);
const anybody = fc.oneof(likely, who);

/** Anything that anybody may try, mostly by those who might, and sometimes with an old version. */
export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), who: anybody, text: fc.nat(3), behind }) },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'submit' as const,
          'submit' as const,
          'withdraw' as const,
          'approve' as const,
          'approve' as const,
          'return' as const,
          'accept' as const,
          'correct' as const,
        ),
        who: anybody,
        behind,
      }),
    },
    { weight: 12, arbitrary: fc.record({ do: fc.constant('next' as const), text: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('publish' as const), who: anybody }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('owner' as const),
        who: fc.constantFrom('Olive' as const, 'Oskar' as const, 'Hana' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('head' as const), who: fc.constantFrom('Hana' as const, 'Ada' as const) }),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

/** How often each step ended how, so that a run shows that it went everywhere. */
export const outcomes = new Map<string, number>();

const readingWith = (comments: string) => content({ comments, publicNote: 'For the model.', unusual: 'It is a test.' });

/** Takes the same steps in the model and in the record, in a month that nobody has used, and holds one against the other. */
export async function walk(ring: Ring, steps: Command[]): Promise<void> {
  const { db } = ring;
  const { periodStart, as, publish } = ring.next();
  const model = beginning();
  const measure = ring.measures[0]?.id ?? 0;
  const place = { code: 'bus-01', periodStart };
  const server = { who: null, at: as('Adam').at };
  const nameTheOwner = (who: Name) => nameOwner(db, server, { code: 'bus-01', email: emailOf(who) });
  const head = (who: Name) => nameHead(db, server, { service: 'buses', email: emailOf(who) });
  await nameTheOwner('Olive');
  await head('Hana');
  const [{ from = 0 } = {}] = await db.select({ from: max(events.id) }).from(events);
  const rows = () =>
    db
      .select()
      .from(readings)
      .where(and(eq(readings.measureId, measure), eq(readings.periodStart, periodStart)))
      .orderBy(asc(readings.revision));

  const act = async (command: Exclude<Command, { do: 'next' }>): Promise<unknown> => {
    const now = (await rows()).at(-1);
    const readingVersion = {
      readingId: now?.id ?? -1,
      version: (now?.version ?? 1) - ('behind' in command ? command.behind : 0),
    };
    const acting = as(command.who);
    switch (command.do) {
      case 'owner':
        return nameTheOwner(command.who);
      case 'head':
        return head(command.who);
      case 'publish':
        return command.who === 'Ada'
          ? publish()
          : publishEdition(db, acting, { service: 'buses', asAt: acting.today, note: null, acknowledged: [] });
      case 'save': {
        const version = now ? readingVersion.version : command.behind === 0 ? null : 7;
        return saveReading(db, acting, { ...place, version, content: readingWith(textOf(command.text)) });
      }
      case 'submit':
        return submitReading(db, acting, readingVersion);
      case 'withdraw':
        return withdrawReading(db, acting, readingVersion);
      case 'approve':
        return approveReading(db, acting, readingVersion);
      case 'return':
        return returnReading(db, acting, { ...readingVersion, reason: 'Say more', suggested: suggestion });
      case 'accept':
        return acceptSuggestion(db, acting, readingVersion);
      case 'correct':
        return beginCorrection(db, acting, readingVersion);
    }
  };

  let unrecorded = 0;
  for (const planned of steps) {
    const command = planned.do === 'next' ? next(model, planned.text) : planned;
    const nothing = model.revisions.length === 0;
    const before = model.done;
    let expected = step(model, command);
    const end = await ending(act(command));
    // An edition without this reading is one only if something else has changed since the last.
    if (command.do === 'publish' && expected === 'mended' && 'done' in end) expected = 'done';
    if (expected === 'done' && command.do === 'publish') model.done = before + 1;
    const key = `${command.do} ${expected}`;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    const got = 'done' in end ? 'done' : end.name === 'Refused' ? 'mended' : 'refused';
    expect(got, `${JSON.stringify(command)}: ${JSON.stringify(end)}`).toBe(expected === 'same' ? 'done' : expected);
    // Of a reading that was never there nothing is told.
    if (expected === 'refused' && nothing && command.do !== 'save' && command.do !== 'publish') unrecorded += 1;
    matches(model, await rows(), ring);
  }
  const recorded = await db
    .select({ kind: events.kind })
    .from(events)
    .where(gt(events.id, from ?? 0));
  expect(recorded.filter(({ kind }) => kind === 'step_refused')).toHaveLength(model.refused - unrecorded);
  const posts = recorded.filter(({ kind }) => kind === 'owner_named' || kind === 'head_named');
  expect(posts).toHaveLength(steps.filter((step) => step.do === 'owner' || step.do === 'head').length);
  expect(recorded.filter(({ kind }) => kind !== 'step_refused')).toHaveLength(model.done + posts.length);
}

/** The record is what the model says, and nothing in it is what may never be. */
function matches(model: Model, rows: (typeof readings.$inferSelect)[], ring: Ring) {
  expect(rows.map(({ state, version, comments }) => [state, version, comments])).toEqual(
    model.revisions.map(({ state, version, text }) => [state, version, text]),
  );
  rows.forEach((row, index) => {
    const authors = [...(model.revisions[index]?.authors ?? [])].map((name) => ring.id[name]);
    expect([...row.authors].sort()).toEqual(authors.sort());
    expect(row.revision).toBe(index);
    expect(row.approvedBy !== null).toBe(row.state === 'approved' || row.state === 'published');
    if (row.approvedBy !== null) expect(row.authors).not.toContain(row.approvedBy);
    if (row.approvedFor !== null) expect(row.authors).not.toContain(row.approvedFor);
  });
  expect(rows.slice(0, -1).every(({ state }) => state === 'published')).toBe(true);
}
