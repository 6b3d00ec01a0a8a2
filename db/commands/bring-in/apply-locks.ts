import { and, asc, inArray, isNull, or, sql } from 'drizzle-orm';
import { holdServices } from '@/db/commands/service/services';
import type { Transaction } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { measures, people, readings, services } from '@/db/schema';
import { isHistory } from '@/lib/bring-in/plan/row/plan-history';
import type { Kind, Wish } from '@/lib/bring-in/wish';
import { codesIn } from './council-now';

/**
 * Locks everything that wishes may change, before the first event is written, in the order people, services, measures, readings and
 * each by its number: so nobody who holds one of them waits for a chain that is ours already.
 */
export async function holdAll(tx: Transaction, wishes: Wish[]): Promise<void> {
  await holdPeople(tx, wishes);
  const some = (...kinds: Kind[]) => wishes.filter(({ kind }) => kinds.includes(kind));
  const codes = codesIn(wishes);
  const history = some('reading').filter(({ fields }) => isHistory(fields));
  const framework = [...some('measure', 'target', 'outturn', 'comparator'), ...history];
  if (some('service', 'measure', 'person').length > 0) await holdServices(tx);
  else if (framework.length > 0) await holdServicesWith(tx, codesIn(framework));
  const held = await tx
    .select({ id: measures.id, code: measures.code })
    .from(measures)
    .where(inArray(measures.code, codes))
    .orderBy(asc(measures.id))
    .for('no key update');
  const judged = new Set(codesIn(some('target', 'outturn')));
  await holdReadings(
    tx,
    held.map(({ id }) => id),
    held.filter(({ code }) => judged.has(code)).map(({ id }) => id),
  );
}

/** Those who are named in the file, by address or by name. */
async function holdPeople(tx: Transaction, wishes: Wish[]): Promise<void> {
  const named = wishes.flatMap(({ kind, fields }) =>
    kind === 'person' ? [fields.email ?? ''] : kind === 'measure' ? [fields.owner ?? ''] : [],
  );
  const words = [...new Set(named.map((text) => text.trim().toLowerCase()).filter(Boolean))];
  if (words.length === 0) return;
  await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        isNull(people.leftAt),
        or(inArray(sql`lower(${people.email})`, words), inArray(sql`lower(${people.name})`, words)),
      ),
    )
    .orderBy(asc(people.id))
    .for('no key update');
}

async function holdServicesWith(tx: Transaction, codes: string[]): Promise<void> {
  const rows = await tx.selectDistinct({ id: measures.serviceId }).from(measures).where(inArray(measures.code, codes));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .select({ id: services.id })
    .from(services)
    .where(inArray(services.id, ids))
    .orderBy(asc(services.id))
    .for('no key update');
}

/** The readings on their way of these measures, and all of those whose targets or outturns change. */
async function holdReadings(tx: Transaction, measureIds: number[], judgedIds: number[]): Promise<void> {
  if (measureIds.length === 0) return;
  const open = and(inArray(readings.measureId, measureIds), noneOf(readings.state, 'published'));
  await tx
    .select({ id: readings.id })
    .from(readings)
    .where(judgedIds.length > 0 ? or(open, inArray(readings.measureId, judgedIds)) : open)
    .orderBy(asc(readings.id))
    .for('update');
}
