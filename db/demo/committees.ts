import type { Transaction } from '@/db/connection/client';
import { committeeServices, committees, meetings, services } from '@/db/schema';
import type { Extent } from './extent';
import { one } from './one';

/** The committees of the demonstration council, with the days of their meetings: all invented. */
export const demoCommittees: { slug: string; name: string; services: string[]; meetings: string[] }[] = [
  {
    slug: 'family-and-childrens-services',
    name: 'Family and children’s services overview and scrutiny committee',
    services: ['childrens-social-care'],
    meetings: ['2018-06-07', '2018-07-05', '2018-09-06'],
  },
  {
    slug: 'roads-and-travel',
    name: 'Roads and travel overview and scrutiny committee',
    services: ['highways-and-transport'],
    meetings: ['2018-05-15', '2018-07-17', '2018-09-18'],
  },
];

/** In the lived year a third one hears both services. */
const hearsAll: (typeof demoCommittees)[number] = {
  slug: 'corporate-performance',
  name: 'Corporate performance overview and scrutiny committee',
  services: ['childrens-social-care', 'highways-and-transport'],
  meetings: ['2018-05-10', '2018-09-13'],
};

/** Writes the committees, the services that report to each, and the days of their meetings. */
export async function seedCommittees(tx: Transaction, extent: Extent): Promise<void> {
  const rows = await tx.select({ id: services.id, slug: services.slug }).from(services);
  const serviceIds = new Map(rows.map(({ id, slug }) => [slug, id]));
  for (const { slug, name, services: reporting, meetings: days } of extent === 'living'
    ? [...demoCommittees, hearsAll]
    : demoCommittees) {
    const { id: committeeId } = one(
      await tx.insert(committees).values({ slug, name }).returning({ id: committees.id }),
    );
    await tx
      .insert(committeeServices)
      .values(reporting.map((service) => ({ committeeId, serviceId: serviceIds.get(service) ?? 0 })));
    await tx.insert(meetings).values(days.map((day) => ({ committeeId, day })));
  }
}
