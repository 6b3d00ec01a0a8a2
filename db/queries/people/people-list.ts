import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { peopleWhere } from '@/db/facts/person';
import { identities, measures, people, services } from '@/db/schema';

/** A person with everything that they hold, as the list of people shows it. */
export type Listed = {
  name: string;
  email: string;
  roles: string[];
  owns: string[];
  heads: string[];
  deputises: { service: string; fromDay: string; untilDay: string }[];
  signsInBy: string[];
};

/** Everybody who has not left, by name. */
export async function everybody(db: Database): Promise<Listed[]> {
  const rows = await db.select({ id: people.id, email: people.email, passwordHash: people.passwordHash }).from(people);
  const linked = await db.select({ personId: identities.personId, issuer: identities.issuer }).from(identities);
  const codes = new Map((await db.select({ id: measures.id, code: measures.code }).from(measures)).map(pair('code')));
  const slugs = new Map((await db.select({ id: services.id, slug: services.slug }).from(services)).map(pair('slug')));
  const present = await peopleWhere(db, sql`true`);
  return present
    .map((person) => {
      const row = rows.find(({ id }) => id === person.id);
      const issuers = linked.filter(({ personId }) => personId === person.id).map(({ issuer }) => issuer);
      return {
        name: person.name,
        email: row?.email ?? '',
        roles: person.roles,
        owns: person.owns.map(({ measureId }) => codes.get(measureId) ?? ''),
        heads: person.heads.map((id) => slugs.get(id) ?? ''),
        deputises: person.deputises.map(({ serviceId, fromDay, untilDay }) => ({
          service: slugs.get(serviceId) ?? '',
          fromDay,
          untilDay,
        })),
        signsInBy: [...(row?.passwordHash ? ['password'] : []), ...issuers],
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

const pair =
  <K extends string>(key: K) =>
  (row: { id: number } & Record<K, string>): [number, string] => [row.id, row[key]];
