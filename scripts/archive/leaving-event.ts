import { desc, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/connection/client';
import type { RowChange } from '../../db/events/guarded';
import { asPostgresBrings, hashedRows } from '../../db/events/row-hashes';
import { sha256 } from '../../db/hashing/sha256';
import { events } from '../../db/schema';
import { chainText } from '../../lib/record/chain-text';
import type { Happening } from '../../lib/record/event';
import { withheld } from './contents';

/**
 * The event with which an archive ends where somebody has a password, or a system a token: every such row is chained by its hash,
 * and without the password it is another row. Nothing in it is of the moment of the archive, so that the same record gives the same bytes;
 * once it is opened nobody has either, and no such event is added again. Null where nobody has one.
 */
export async function leavingEvent(tx: Transaction) {
  const rows = await changedRows(tx);
  const [last] = await tx
    .select({ hash: events.hash })
    .from(events)
    .where(isNull(events.serviceId))
    .orderBy(desc(events.id))
    .limit(1);
  const [latest] = await tx.select({ at: events.at }).from(events).orderBy(desc(events.id)).limit(1);
  if (Object.keys(rows).length === 0 || !last || !latest) return null;
  const [counter] = await tx.execute<{ value: string }>(
    sql`select last_value::text as value from pg_sequences where schemaname = 'public' and sequencename = 'events_id_seq'`,
  );
  const event: Happening = {
    at: latest.at,
    actorId: null,
    serviceId: null,
    kind: 'record_opened',
    subject: 'council',
    subjectId: 1,
    details: { archived: true, rows },
  };
  const id = Number(counter?.value ?? 0) + 1;
  const { at, actorId, serviceId, kind, subject, subjectId, details } = event;
  const row = {
    id,
    at,
    actor_id: actorId,
    service_id: serviceId,
    kind,
    subject,
    subject_id: subjectId,
    details,
    previous: last.hash,
    hash: sha256(chainText(event, last.hash)),
  };
  return { row };
}

/** Each row with something that stays behind, with its hash as it is and as it is without. */
async function changedRows(tx: Transaction): Promise<Record<string, RowChange>> {
  await tx.execute(asPostgresBrings);
  const rows: Record<string, RowChange> = {};
  for (const [table, columns] of Object.entries(withheld))
    for (const column of Object.keys(columns)) Object.assign(rows, await rowsWithout(tx, table, column));
  return rows;
}

async function rowsWithout(tx: Transaction, table: string, column: string): Promise<Record<string, RowChange>> {
  // A record of an earlier version may not have the table yet.
  const [there] = await tx.execute(sql`select 1 where to_regclass(${`public.${table}`}) is not null`);
  if (!there) return {};
  const name = sql.identifier(table);
  const without = new Map(
    (
      await tx.execute<{ name: string; hash: string }>(sql`
        select ${`${table} `}::text || t.id as name, encode(sha256(convert_to(
          (select jsonb_object_agg(e.key, e.value)::text from jsonb_each(to_jsonb(t) - ${column}::text) e
            where e.value <> 'null'),
          'UTF8')), 'hex') as hash
        from public.${name} t where t.${sql.identifier(column)} is not null`)
    ).map((row) => [row.name, row.hash]),
  );
  const rows: Record<string, RowChange> = {};
  for (const row of await hashedRows(tx, table)) {
    const now = without.get(row.name);
    if (now !== undefined) rows[row.name] = [row.hash, now];
  }
  return rows;
}
