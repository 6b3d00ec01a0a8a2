import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { chainTextAround } from '@/lib/record/chain-text';
import type { Happening } from '@/lib/record/event';
import { at, content, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

/** Sixteen people at once, each with a measure of their own, month after month. */
const [workers, months] = [16, 24];
/** What a step has at least of the speed at which the driver writes the same rows without a rule; docs/performance.md says what is wanted. */
const least = 0.05;

const steps = ['save', 'submit', 'approve'] as const;
type Speeds = Record<(typeof steps)[number], number>;
type Place = { code: string; measureId: number; periodStart: string; key: string };
type Loop = Record<(typeof steps)[number], (place: Place) => Promise<unknown>>;

/** Each step for every measure and month, by all workers at once; answers how many a second. */
async function speedsOf(measures: { code: string; id: number }[], loop: Loop, from: number): Promise<Speeds> {
  const speeds = {} as Speeds;
  for (const step of steps) {
    const begun = performance.now();
    await Promise.all(
      measures.map(async ({ code, id: measureId }) => {
        for (let month = from; month < from + months; month += 1) {
          const periodStart = new Date(Date.UTC(2010, month, 1)).toISOString().slice(0, 10);
          await loop[step]({ code, measureId, periodStart, key: `${code} ${step} ${month}`.padEnd(20, '-') });
        }
      }),
    );
    speeds[step] = (workers * months * 1_000) / (performance.now() - begun);
  }
  return speeds;
}

test('save, submit and approve beside a driver that writes the same rows without a rule', async () => {
  const { db, sql } = await freshDatabase({ max: workers });
  const { as, id, measures, buses } = await workingCouncil(db, { buses: workers + 1, from: '2010-01-01' });
  const own = measures.slice(0, workers);
  const said = content();
  const seen = new Map<string, { readingId: number; version: number }>();
  const nameOf = ({ code, periodStart }: Place) => `${code} ${periodStart}`;
  const at16 = (place: Place) => seen.get(nameOf(place)) ?? { readingId: 0, version: 0 };
  const commands: Loop = {
    save: async (place) => {
      const { code, periodStart, key } = place;
      const request = { code, periodStart, version: null, content: said };
      seen.set(nameOf(place), await saveReading(db, as('Olive', { key }), request));
    },
    submit: (place) => submitReading(db, as('Olive', { key: place.key }), at16(place)),
    approve: (place) => approveReading(db, as('Hana', { key: place.key }), at16(place)),
  };

  /** A change with its event, as the record wants it: a transaction of plain statements. */
  const told = (kind: Happening['kind'], write: (tx: typeof sql) => Promise<number>) =>
    sql.begin(async (tx) => {
      const subjectId = await write(tx as unknown as typeof sql);
      const details = { measure: 1, period: 'July 2018', version: 1 };
      const happening = {
        at,
        actorId: id.Olive,
        serviceId: buses.id,
        kind,
        subject: 'reading' as const,
        subjectId,
        details,
      };
      const { before, after } = chainTextAround(happening);
      const [end] = await tx`select written, touched_rows, last_hash from append_event(${at}, ${before}, ${after})`;
      if (end?.written) return subjectId;
      await tx`
        insert into events (at, actor_id, service_id, kind, subject, subject_id, details, previous, hash)
        values (${at}, ${id.Olive}, ${buses.id}, ${kind}, 'reading', ${subjectId},
          ${JSON.stringify({ ...details, rows: end?.touched_rows })}::text::jsonb, ${end?.last_hash ?? null}, ${randomBytes(32).toString('hex')})`;
      return subjectId;
    });
  const [version] = await sql`select 1 as none`;
  expect(version).toEqual({ none: 1 });
  const rows = new Map<string, number>();
  const driver: Loop = {
    save: async (place) => {
      const { measureId, periodStart } = place;
      const readingId = await told('reading_saved', async (tx) => {
        const [row] = await tx`
          insert into readings (measure_id, period_start, value, comments, authors)
          values (${measureId}, ${periodStart}, ${said.value}, ${said.comments}, ${[id.Olive]}) returning id`;
        const { text, owner, due } = said.actions[0] as (typeof said.actions)[number];
        await tx`insert into actions (reading_id, position, text, owner, due_on) values (${row?.id}, 0, ${text}, ${owner}, ${due})`;
        await tx`
          insert into reading_versions (reading_id, version, content, ground, content_hash, author_id, at)
          select ${row?.id}, 1, content, ground, content_hash, author_id, at from reading_versions limit 1`;
        return row?.id as number;
      });
      rows.set(nameOf(place), readingId);
    },
    submit: (place) =>
      told('reading_submitted', async (tx) => {
        const readingId = rows.get(nameOf(place)) ?? 0;
        await tx`update readings set state = 'submitted', submitted_by = ${id.Olive}, submitted_at = ${at} where id = ${readingId}`;
        return readingId;
      }),
    approve: (place) =>
      told('reading_approved', async (tx) => {
        const readingId = rows.get(nameOf(place)) ?? 0;
        await tx`
          update readings set state = 'approved', approved_by = ${id.Hana}, approved_at = ${at}, approved_hash = ${'a'.repeat(64)}
          where id = ${readingId}`;
        return readingId;
      }),
  };

  // Each once for nothing, so that what is prepared is prepared.
  await speedsOf(own, commands, 0);
  await speedsOf(own, driver, months);
  const ruled = await speedsOf(own, commands, 2 * months);
  const bare = await speedsOf(own, driver, 3 * months);
  const ratios = steps.map((step) => ruled[step] / bare[step]);
  console.log(JSON.stringify({ ruled, bare, ratios }));
  for (const ratio of ratios) expect(ratio).toBeGreaterThan(least);
}, 600_000);
