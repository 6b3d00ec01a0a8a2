import type { Metadata } from 'next';
import { asLived } from '@/app/_server/clock';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { SystemsPage } from '@/components/submission/systems-page';
import { database } from '@/db/connection/pool';
import { systemList } from '@/db/queries/submission/systems';
import { settingsOf } from '@/lib/people/settings-links';
import { livedUse } from '@/lib/submission/system-words';

export const metadata: Metadata = { title: 'Sending systems' };

export default async function Page({ searchParams }: PageProps<'/settings/systems'>) {
  const who = await requirePerson();
  const [{ done }, today] = await Promise.all([searchParams, todayHere()]);
  const systems = await found(systemList(database(), who, today));
  return (
    <SystemsPage
      links={settingsOf(who)}
      systems={systems.map((system) => livedUse(system, asLived))}
      done={typeof done === 'string' ? done : null}
    />
  );
}
