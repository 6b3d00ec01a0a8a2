import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { deputies, people } from '@/db/schema';
import { nobodyLeft } from '@/lib/people/nobody-left';
import type { MeasurePlace, ReadingRow } from './reading-record';

/** Who must be named where a reading that is not approved yet has nobody on this day who may approve it; null while it has. */
export async function eyesMissing(
  db: Connection,
  { service }: MeasurePlace,
  reading: Pick<ReadingRow, 'state' | 'authors'> | null,
  today: string,
): Promise<string | null> {
  if (!reading || reading.state === 'approved' || reading.state === 'published') return null;
  return headsLeft(db, service, reading.authors, today);
}

/** The same for whatever else takes another pair of eyes of a service than those of its authors. */
export async function headsLeft(
  db: Connection,
  { id, headId, name }: MeasurePlace['service'],
  authors: number[],
  today: string,
): Promise<string | null> {
  if (headId === null) return nobodyLeft([], authors, name);
  const span = and(
    eq(deputies.deputyId, people.id),
    eq(deputies.serviceId, id),
    eq(deputies.headId, headId),
    lte(deputies.fromDay, today),
    gte(deputies.untilDay, today),
  );
  const heads = await db
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .leftJoin(deputies, span)
    .where(and(isNull(people.leftAt), or(eq(people.id, headId), eq(deputies.deputyId, people.id))))
    .orderBy(people.id);
  return nobodyLeft(heads, authors, name);
}
