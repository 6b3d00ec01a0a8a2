import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Database } from '@/db/connection/client';
import { readingForm } from '@/db/queries/reading/reading-form';
import { measures as measureTable, readings } from '@/db/schema';
import { at, content, today, workingCouncil } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, person, id, measures } = await workingCouncil(db, { buses: 1, from: '2010-01-01' });
const olive = await person('Olive');
const counted = await countedStatements();
const [measure] = measures;

/** As many statements as each step may send, its form, its key and the ends of its transaction included. */
const most = { save: 15, submit: 11, return: 8, approve: 11, publish: 33 };

/** More periods than one looks back for, the last of them with an action. */
const months = Array.from(
  { length: 70 },
  (_, n) => `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`,
);
await db.insert(readings).values(
  months.map((periodStart) => ({
    ...{ measureId: measure?.id ?? 0, periodStart, value: '90', authors: [id.Olive], state: 'approved' as const },
    ...{ submittedBy: id.Olive, submittedAt: at, approvedBy: id.Hana, approvedAt: at, approvedHash: 'f'.repeat(64) },
  })),
);

async function walk(periodStart: string, value: string): Promise<Changed> {
  const said = content({ value, unusual: 'Counted twice.' });
  const saved = await saveReading(db, as('Olive'), { code: 'bus-01', periodStart, version: null, content: said });
  await submitReading(db, as('Olive'), saved);
  return saved;
}

const done = await walk('2015-11-01', '91');
await approveReading(db, as('Hana'), done);

const keyOf = (step: string) => step.padEnd(16, '-');

test('each step of a reading sends few statements, whatever it says and however much came before', async () => {
  const sent = { save: 0, submit: 0, return: 0, approve: 0, publish: 0 };
  const first = await walk('2015-12-01', '92');
  sent.return = await counted((own) =>
    returnReading(own, as('Hana', { key: keyOf('return') }), {
      ...first,
      reason: 'Look again.',
      suggested: 'Many more.',
    }),
  );
  // No word on whether it is unusual, an earlier action that is done, another action, and a suggestion that was made.
  const action = { text: 'Ask the drivers of the late routes', owner: 'Head of Buses', due: '2099-11-30' };
  const told = { start: '2015-11-01', text: content().actions[0]?.text ?? '' };
  const changed = { ...content({ value: '90', completed: [told] }), actions: [action] };
  const place = { code: 'bus-01', periodStart: '2015-12-01' };
  let seen = first;
  const checkedAndSaved = async (own: Database) => {
    const form = await readingForm(own, olive, place.code, place.periodStart, today);
    expect(await form?.usual()).toHaveLength(12);
    await form?.findings(changed);
    const key = keyOf('save');
    seen = await saveReading(own, as('Olive', { key }), { ...place, version: first.version, content: changed });
  };
  sent.save = await counted(checkedAndSaved);
  sent.submit = await counted((own) => submitReading(own, as('Olive', { key: keyOf('submit') }), seen));
  sent.approve = await counted((own) => approveReading(own, as('Hana', { key: keyOf('approve') }), seen));
  const tram = await saveReading(db, as('Otis'), {
    code: 'tram-01',
    periodStart: '2026-07-01',
    version: null,
    content: content(),
  });
  await submitReading(db, as('Otis'), tram);
  await approveReading(db, as('Hester'), tram);
  await db.update(measureTable).set({ requiredFrom: '2026-07-01' }).where(eq(measureTable.code, 'tram-01'));
  const edition = { service: 'trams', asAt: today, note: null, acknowledged: [] };
  sent.publish = await counted((own) => publishEdition(own, as('Ada', { key: keyOf('publish') }), edition));
  for (const step of Object.keys(most) as (keyof typeof most)[])
    expect(sent[step], step).toBeLessThanOrEqual(most[step]);
});

test('a first save, to be checked, sends as few', async () => {
  const place = { code: 'bus-01', periodStart: '2016-01-01' };
  const sent = await counted(async (own) => {
    const form = await readingForm(own, olive, place.code, place.periodStart, today);
    await form?.usual();
    await form?.findings(content());
    await saveReading(own, as('Olive', { key: keyOf('first') }), { ...place, version: null, content: content() });
  });
  expect(sent).toBeLessThanOrEqual(most.save);
});
