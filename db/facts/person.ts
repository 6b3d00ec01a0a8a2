import { type SQL, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { deputies, measures, people, roles, services } from '@/db/schema';
import type { Person } from '@/lib/people/person';

/**
 * The people for whom a condition holds, with what they may do at this moment, and `more` columns, each with a comma behind.
 * People who have left are not among them, and a deputy counts only while the head who named them is still the head.
 */
export async function peopleWhere<More extends Record<string, unknown> = Record<never, never>>(
  db: Connection,
  condition: SQL,
  more: SQL = sql``,
): Promise<(Person & More)[]> {
  const rows = await db.execute(peopleQuery(condition, more));
  return rows as unknown as (Person & More)[];
}

const peopleQuery = (condition: SQL, more: SQL = sql``): SQL => sql`
    select ${people.id}, ${people.name}, ${more}
      array(select ${roles.role}::text from ${roles} where ${roles.personId} = ${people.id} order by 1) as roles,
      (select coalesce(jsonb_agg(jsonb_build_object('measureId', ${measures.id}, 'serviceId', ${measures.serviceId})
          order by ${measures.id}), '[]')
        from ${measures} where ${measures.ownerId} = ${people.id}) as owns,
      array(select ${services.id} from ${services} where ${services.headId} = ${people.id} order by 1) as heads,
      (select coalesce(jsonb_agg(jsonb_build_object('serviceId', ${deputies.serviceId}, 'headId', ${deputies.headId},
          'headName', head.name, 'fromDay', ${deputies.fromDay}, 'untilDay', ${deputies.untilDay})
          order by ${deputies.fromDay}, ${deputies.id}), '[]')
        from ${deputies}
        join ${services} on ${services.id} = ${deputies.serviceId} and ${services.headId} = ${deputies.headId}
        join ${people} head on head.id = ${deputies.headId}
        where ${deputies.deputyId} = ${people.id}) as deputises
    from ${people} where ${people.leftAt} is null and ${condition}`;

/** The person of a number as one value of a statement that asks for other things as well; null where there is none, or they have left. */
export const personIn = (id: Given<number>): SQL<Person | null> =>
  sql<Person | null>`(select to_jsonb(found) from (${peopleQuery(sql`${people.id} = ${id}`)}) as found)`;

/** A person as the record has them at this moment, or null when there is none of this number or they have left. */
export async function personById(db: Connection, id: number): Promise<Person | null> {
  const [person] = await peopleWhere(db, sql`${people.id} = ${id}`);
  return person ?? null;
}
