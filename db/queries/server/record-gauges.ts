import { desc, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editions, events } from '@/db/schema';
import { headsKept } from './server-health';

/** How a record stands, for those who watch the server: numbers and moments, and nothing of what it says. */
export type RecordGauges = {
  connections: { state: string; count: number }[];
  jobs: { queue: string; count: number }[];
  published: string | null;
  head: string | null;
  headsAway: string | null;
};

/** The connections to this database by what they do, the jobs of some queues that are due, and when the record last grew. */
export async function recordGauges(db: Database, queues: string[]): Promise<RecordGauges> {
  const connections = await db.execute<{ state: string; count: number }>(sql`
    select case when state in ('active', 'idle') then state when state like 'idle in%' then 'in transaction'
      else 'other' end as state, count(*)::int as count
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend' group by 1`);
  const jobs = await db.execute<{ queue: string; count: number }>(sql`
    select q.name as queue, (select count(*)::int from jobs.job j
      where j.name = q.name and j.state < 'active' and j.start_after <= now()) as count
    from unnest(${sql.param(queues)}::text[]) as q(name)`);
  const [edition] = await db.select({ at: editions.publishedAt }).from(editions).orderBy(desc(editions.id)).limit(1);
  const [event] = await db.select({ at: events.at }).from(events).orderBy(desc(events.id)).limit(1);
  const { last } = await headsKept(db);
  return { connections, jobs, published: edition?.at ?? null, head: event?.at ?? null, headsAway: last };
}
