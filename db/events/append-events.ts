import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { sha256 } from '@/db/hashing/sha256';
import { events } from '@/db/schema';
import { chainText, chainTextAround } from '@/lib/record/chain-text';
import type { Happening } from '@/lib/record/event';
import type { RowChange } from './guarded';

/** The lock of chains, by its number also in the function `append_event` of the database. */
const chains = 71_001;
/** As many events as one statement writes, and as few as are written column by column. */
const atOnce = 500;
const few = 10;

/** The transactions of changes that are made at the server's command line. */
const atCommandLine = new WeakSet<Transaction>();

/** Has every event of a transaction tell that its person acted at the command line, where they are not signed in. */
export function tellCommandLine(tx: Transaction): void {
  atCommandLine.add(tx);
}

/** The file that a transaction brings in, as each of its events names it. */
export type ImportNamed = { id: number; file: string; sha256: string };
const imported = new WeakMap<Transaction, ImportNamed>();

/** Has every event of a transaction name the file that it brings in. */
export function tellImport(tx: Transaction, file: ImportNamed): void {
  imported.set(tx, file);
}

/** The system that acts in a transaction, as each of its events names it. */
export type SystemNamed = { id: number; name: string; madeBy: number };
const sent = new WeakMap<Transaction, SystemNamed>();

/** Has every event of a transaction name the system that acts; its person is the one who answers for it. */
export function tellSystem(tx: Transaction, { id, name, madeBy }: SystemNamed): void {
  sent.set(tx, { id, name, madeBy });
}

/**
 * Writes an event at the end of its service's chain, inside the transaction of the change that it tells of. The event has the
 * hashes of every row that the transaction has written until now (db/events/guarded.ts): so it comes after the last write.
 */
export const record = (tx: Transaction, happened: Happening): Promise<void> =>
  append(tx, happened.serviceId, [happened]);

/** Writes many events, each at the end of its service's chain, in the order given; the first has the hashes of the rows written until now. */
export async function recordMany(tx: Transaction, happenings: Happening[]): Promise<void> {
  const services = [...new Set(happenings.map(({ serviceId }) => serviceId))];
  for (const service of services.sort((a, b) => (a ?? 0) - (b ?? 0)))
    await append(
      tx,
      service,
      happenings.filter(({ serviceId }) => serviceId === service),
    );
}

async function append(tx: Transaction, serviceId: number | null, happenings: Happening[]): Promise<void> {
  const way = atCommandLine.has(tx) ? { way: 'command_line' } : {};
  const file = imported.get(tx);
  const system = sent.get(tx);
  const happened = happenings.map(({ details, ...happening }) => ({
    ...happening,
    details: { ...details, ...way, ...(file && { import: file }), ...(system && { system }) },
  }));
  const [first] = happened;
  // A record may be opened in the schema of an earlier release, which has no such function yet.
  const isOne = happened.length === 1 && first?.kind !== 'record_opened';
  const end = first && isOne ? await appendOne(tx, first) : await endOf(tx, serviceId);
  if (end !== null) await insertChained(tx, happened, end);
}

/** The end of a chain, which nobody else can write behind any more, and the hashes of the rows that the next event has. */
type ChainEnd = { touched: string | null; hash: string | null };

/** Writes an event at the end of its chain in one statement; where it must have rows, nothing yet, and answers that end. */
async function appendOne(tx: Transaction, happening: Happening): Promise<ChainEnd | null> {
  const { before, after } = chainTextAround(happening);
  const [end] = await tx.execute<ChainEnd & { written: boolean }>(sql`
    select written, touched_rows as touched, last_hash as hash
    from append_event(${happening.at}::timestamptz, ${before}::text, ${after}::text)`);
  if (!end) throw new Error('an event was not written');
  return end.written ? null : end;
}

async function endOf(tx: Transaction, serviceId: number | null): Promise<ChainEnd> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chains}::int, ${serviceId ?? 0}::int)`);
  const chain = serviceId === null ? sql`${events.serviceId} is null` : sql`${events.serviceId} = ${serviceId}`;
  // The same statement forgets the rows that it reads, so that no second event has them.
  const [end] = await tx.execute<ChainEnd>(sql`
    with written as materialized (select current_setting('candour.touched', true) as touched)
    select written.touched, set_config('candour.touched', left(written.touched, 0), true),
      (select ${events.hash} from ${events} where ${chain} order by ${events.id} desc limit 1) as hash
    from written`);
  return end ?? { touched: null, hash: null };
}

async function insertChained(tx: Transaction, happenings: Happening[], end: ChainEnd): Promise<void> {
  let rows = rowsIn(end.touched ?? '');
  let previous = end.hash;
  const chainedEvents: (typeof events.$inferInsert)[] = [];
  for (const { details, ...happened } of happenings) {
    const event = { ...happened, details: { ...details, ...(rows && { rows }) } };
    const hash = sha256(chainText(event, previous));
    chainedEvents.push({ ...event, previous, hash });
    previous = hash;
    rows = null;
  }
  if (chainedEvents.length <= few) await tx.insert(events).values(chainedEvents);
  else
    for (let from = 0; from < chainedEvents.length; from += atOnce)
      await insertMany(tx, chainedEvents.slice(from, from + atOnce));
}

/** Inserts events in their order as one JSON text: a parameter for each column of each is most of what many of them cost. */
async function insertMany(tx: Transaction, many: (typeof events.$inferInsert)[]): Promise<void> {
  await tx.execute(sql`
    insert into ${events} (at, actor_id, service_id, kind, subject, subject_id, details, previous, hash)
    select each.at, each."actorId", each."serviceId", each.kind, each.subject, each."subjectId", each.details, each.previous, each.hash
    from rows from (jsonb_to_recordset(${JSON.stringify(many)}::text::jsonb)
      as (at timestamptz, "actorId" int, "serviceId" int, kind event_kind, subject event_subject, "subjectId" int, details jsonb,
        previous text, hash text)) with ordinality
      as each(at, "actorId", "serviceId", kind, subject, "subjectId", details, previous, hash, number)
    order by each.number`);
}

/** What each statement touched, one JSON object a line: of each row what it was before the first, and is after the last. */
function rowsIn(touched: string): Record<string, RowChange> | null {
  const rows: Record<string, RowChange> = {};
  for (const line of touched.split('\n').filter(Boolean))
    for (const [name, [was, now]] of Object.entries(JSON.parse(line) as Record<string, RowChange>))
      rows[name] = [rows[name] ? rows[name][0] : was, now];
  return Object.keys(rows).length === 0 ? null : rows;
}
