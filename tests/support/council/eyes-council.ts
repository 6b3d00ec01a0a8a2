import { eq } from 'drizzle-orm';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import {
  acceptSuggestion,
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Database } from '@/db/connection/client';
import { deputies, measures, readings, roles, services } from '@/db/schema';
import { content, type Name, submitted, today, workingCouncil } from './working-council';

export type Suggester = 'Hana' | 'Dev';

/** What Hana or Dev would rather read, and what Olive had written before. */
export const suggestion = 'Four drivers were ill for most of the month, and two buses stood idle. It rained.';
const written = content({ unusual: 'It is a test.', publicNote: 'A depot was counted twice.' });
const pasted = (comments: string) => ({ ...written, comments });
const edited = 'Four drivers were ill for most of the month, so that we hired two. Fewer breakdowns.';

/** A council with a measure for every way, and the steps by which a suggestion comes into a reading. */
export async function eyesCouncil(db: Database, count: number) {
  const council = await workingCouncil(db, { buses: count });
  const { as, id, buses } = council;
  const place = (code: string, version: number | null, reading = written) => ({
    code,
    periodStart: '2026-07-01',
    version,
    content: reading,
  });
  const save = (code: string, { version }: Changed, reading: typeof written, by: Name = 'Olive') =>
    saveReading(db, as(by), place(code, version, reading));
  const begun = (code: string) => submitted(db, as('Olive'), code, written);
  const back = async (by: Suggester, submission: Changed, suggested: string | null = suggestion) => {
    await returnReading(db, as(by), { ...submission, reason: 'Say why.', suggested });
    return submission;
  };
  const other = (by: Suggester) => (by === 'Hana' ? 'Dev' : 'Hana');

  /** How the suggestion of one of them comes into a reading, up to its last submission. */
  const ways: Record<string, (code: string, by: Suggester) => Promise<Changed>> = {
    'accepted whole': async (code, by) => {
      const returned = await back(by, await begun(code));
      return acceptSuggestion(db, as('Olive'), returned);
    },
    'accepted, then rewritten': async (code, by) => {
      const accepted = await acceptSuggestion(db, as('Olive'), await back(by, await begun(code)));
      return save(code, accepted, pasted('Nothing of it is left but that there were no more breakdowns.'));
    },
    pasted: async (code, by) => save(code, await back(by, await begun(code)), pasted(suggestion)),
    'pasted in other capitals, with letters that cannot be seen': async (code, by) => {
      const capitals = suggestion.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
      const hidden = capitals.replaceAll('e', 'e\u200d').replaceAll('.', ' ;');
      return save(code, await back(by, await begun(code)), pasted(hidden));
    },
    'edited first, then pasted': async (code, by) => save(code, await back(by, await begun(code)), pasted(edited)),
    'pasted into an action': async (code, by) => {
      const actions = [{ text: suggestion, owner: 'Head of Buses', due: null }];
      return save(code, await back(by, await begun(code)), { ...written, actions });
    },
    'pasted after it was submitted without, and withdrawn': async (code, by) => {
      const submission = await submitReading(db, as('Olive'), await back(by, await begun(code)));
      return save(code, await withdrawReading(db, as('Olive'), submission), pasted(suggestion));
    },
    'pasted after another return suggested something else': async (code, by) => {
      const submission = await submitReading(db, as('Olive'), await back(by, await begun(code)));
      return save(code, await back(by, submission, 'It was a quiet month.'), pasted(suggestion));
    },
    'accepted by one owner, edited by the next': async (code, by) => {
      const accepted = await acceptSuggestion(db, as('Olive'), await back(by, await begun(code)));
      await db.update(measures).set({ ownerId: id.Oskar }).where(eq(measures.code, code));
      const last = await save(code, accepted, pasted(edited), 'Oskar');
      await submitReading(db, as('Oskar'), last);
      await withdrawReading(db, as('Oskar'), last);
      await db.update(measures).set({ ownerId: id.Olive }).where(eq(measures.code, code));
      return last;
    },
    'pasted into the correction of what it was suggested for': async (code, by) => {
      const submission = await submitReading(db, as('Olive'), await back(by, await begun(code)));
      await approveReading(db, as(other(by)), submission);
      const rest = council.measures.map((measure) => measure.code).filter((open) => open !== code);
      const acknowledged = rest.flatMap((open) =>
        ['open', 'overdue'].map((kind) => ({ finding: `${kind}:${open}:2026-07-01`, reason: 'Known.' })),
      );
      await publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
      return save(code, await beginCorrection(db, as('Olive'), submission), pasted(suggestion));
    },
  };

  const span = { serviceId: buses.id, fromDay: '2026-08-01', untilDay: '2026-08-31' };
  const posts = async (head: Name, deputised: Name[] = []) => {
    await db.update(services).set({ headId: id[head] }).where(eq(services.id, buses.id));
    await db.delete(deputies).where(eq(deputies.serviceId, buses.id));
    if (deputised.length > 0)
      await db.insert(deputies).values(deputised.map((name) => ({ ...span, headId: id[head], deputyId: id[name] })));
  };

  /** Who holds which post between submission and approval, and which of the authors then try. */
  const scenes: Record<string, { set: (by: Suggester) => Promise<unknown>; try: (by: Suggester) => Name[] }> = {
    'as it was': { set: () => posts('Hana', ['Dev']), try: (by) => [by, 'Olive'] },
    'the author heads the service alone': { set: (by) => posts(by), try: (by) => [by] },
    'the author deputises for a new head': { set: (by) => posts('Hester', [by]), try: (by) => [by] },
    'the owner heads it, the author deputises for her': {
      set: (by) => posts('Olive', [by]),
      try: (by) => ['Olive', by],
    },
    'the author heads it, the owner deputises': { set: (by) => posts(by, ['Olive']), try: (by) => ['Olive', by] },
    'the author holds every role, and owns the measure': {
      set: async (by) => {
        await posts(by, [other(by)]);
        await db.update(measures).set({ ownerId: id[by] }).where(eq(measures.serviceId, buses.id));
        const all = ['performance_officer', 'administrator', 'councillor'] as const;
        await db.insert(roles).values(all.map((role) => ({ personId: id[by], role })));
      },
      try: (by) => [by],
    },
  };
  const asAtFirst = async () => {
    await posts('Hana', ['Dev']);
    await db.update(measures).set({ ownerId: id.Olive }).where(eq(measures.serviceId, buses.id));
    for (const name of ['Hana', 'Dev'] as const) await db.delete(roles).where(eq(roles.personId, id[name]));
  };
  const rowOf = async (readingId: number) => {
    const [row] = await db.select().from(readings).where(eq(readings.id, readingId));
    if (!row) throw new Error('the reading is gone');
    return row;
  };
  return { ...council, ways, scenes, posts, asAtFirst, rowOf, other };
}
