import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { ServiceForm } from '@/components/framework/service-form';
import { database } from '@/db/connection/pool';
import { serviceNames } from '@/db/queries/framework/services';
import { settingsOf } from '@/lib/people/settings-links';
import { add } from '../actions';

export const metadata: Metadata = { title: 'Add a service' };

export default async function NewService({ searchParams }: PageProps<'/settings/services/new'>) {
  const who = await requirePerson();
  const [others, { kept }] = await Promise.all([found(serviceNames(database(), who)), searchParams]);
  return (
    <FrameworkPage
      title="Add a service"
      standfirst="A part of the council with a scorecard of its own."
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/services', text: 'Services' }]}
      current="/settings/services"
    >
      <ServiceForm
        key={String(kept)}
        service={null}
        others={others}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={add}
      />
    </FrameworkPage>
  );
}
