import { cache } from 'react';
import { asLived } from '@/app/_server/clock';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { SystemBody } from '@/components/submission/system-page';
import { database } from '@/db/connection/pool';
import { systemPage } from '@/db/queries/submission/systems';
import { numberIn } from '@/lib/people/people-form';
import { settingsOf } from '@/lib/people/settings-links';
import { livedUse } from '@/lib/submission/system-words';
import { end, scope } from '../actions';

type Props = PageProps<'/settings/systems/[id]'>;

const pageOf = cache(async (id: string) => {
  const who = await requirePerson();
  const page = await found(systemPage(database(), who, numberIn(id) ?? 0, await todayHere()));
  return { who, page: { ...page, system: livedUse(page.system, asLived) } };
});

export async function generateMetadata({ params }: Props) {
  return { title: (await pageOf((await params).id)).page.system.name };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { who, page } = await pageOf(id);
  return (
    <FrameworkPage
      title={page.system.name}
      done={done === 'scoped' ? 'Saved: it counts from the next reading that it sends.' : null}
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/systems', text: 'Sending systems' }]}
      current="/settings/systems"
    >
      <SystemBody page={page} fresh={crypto.randomUUID()} scope={scope} end={end} />
    </FrameworkPage>
  );
}
