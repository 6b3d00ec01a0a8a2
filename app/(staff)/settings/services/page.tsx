import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { ServicesKept } from '@/components/framework/services-kept';
import { database } from '@/db/connection/pool';
import { keptServices } from '@/db/queries/framework/services';
import { isAdministrator } from '@/lib/people/person';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Services' };

export default async function Services({ searchParams }: PageProps<'/settings/services'>) {
  const who = await requirePerson();
  const [listed, { done, service }] = await Promise.all([found(keptServices(database(), who)), searchParams]);
  return (
    <ServicesKept
      links={settingsOf(who)}
      services={listed}
      namesHeads={isAdministrator(who)}
      done={{ change: done, slug: service }}
    />
  );
}
