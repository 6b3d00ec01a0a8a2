import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { CommitteeForm } from '@/components/committee/committee-form';
import { FrameworkPage } from '@/components/framework/framework-page';
import { database } from '@/db/connection/pool';
import { servicesForCommittee } from '@/db/queries/committee/committees';
import { settingsOf } from '@/lib/people/settings-links';
import { add } from '../actions';

export const metadata: Metadata = { title: 'Add a committee' };

export default async function NewCommittee({ searchParams }: PageProps<'/settings/committees/new'>) {
  const who = await requirePerson();
  const services = await found(servicesForCommittee(database(), who));
  const { kept } = await searchParams;
  return (
    <FrameworkPage
      title="Add a committee"
      standfirst="Councillors who read scorecards together, and question the services."
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/committees', text: 'Committees and meetings' }]}
      current="/settings/committees"
    >
      <CommitteeForm
        key={String(kept)}
        committee={null}
        services={services}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={add}
      />
    </FrameworkPage>
  );
}
