import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Database } from '@/db/connection/client';
import { personById } from '@/db/facts/person';
import { people } from '@/db/schema';
import type { Person } from '@/lib/people/person';

/** Who asks in a large council, and about what. */
type Scene = {
  /** Owns the first measures, heads the first service, publishes and administers. */
  olive: Person;
  hana: Person;
  ada: Person;
  /** The latest edition of the first service, its first measure, and a reading of it that waits for Hana. */
  latest: number;
  measure: number;
  submitted: number;
  service: number;
};
export type Question = (db: Database, scene: Scene) => Promise<unknown>;

/** The scene of a large council that is there. */
export async function sceneOf(db: Database, sql: Sql): Promise<Scene> {
  const person = async (name: string) => {
    const [row] = await db.select({ id: people.id }).from(people).where(eq(people.name, name));
    const found = row && (await personById(db, row.id));
    if (!found) throw new Error(`${name} is not there`);
    return found;
  };
  const [row] = await sql<{ latest: number; measure: number; submitted: number; service: number }[]>`
    select s.id as service, (select id from measures where code = 'm-1-1') as measure,
      (select max(e.id) from editions e where e.service_id = s.id) as latest,
      (select min(r.id) from readings r join measures m on m.id = r.measure_id where m.service_id = s.id and r.state = 'submitted') as submitted
    from services s where s.slug = 'service-1'`;
  if (!row) throw new Error('the first service is not there');
  return { olive: await person('Olive'), hana: await person('Hana'), ada: await person('Ada'), ...row };
}
