import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { CouncilForm } from '@/components/framework/council-form';
import { FrameworkPage } from '@/components/framework/framework-page';
import { database } from '@/db/connection/pool';
import { keptCouncil } from '@/db/queries/framework/council';
import { usualLicence } from '@/lib/people/beginning';
import { settingsOf } from '@/lib/people/settings-links';
import { save } from './actions';

export const metadata: Metadata = { title: 'Council' };

export default async function Council({ searchParams }: PageProps<'/settings/council'>) {
  const [who, { kept, done }] = await Promise.all([requirePerson(), searchParams]);
  const council = await found(keptCouncil(database(), who));
  return (
    <FrameworkPage
      title="Council"
      standfirst="Whose portal this is. What changes here the public sees at once."
      done={done === 'changed' && 'It is changed. The history of the council tells what it was before.'}
      links={settingsOf(who)}
      current="/settings/council"
    >
      <CouncilForm
        key={String(kept)}
        council={council}
        usual={usualLicence}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={save}
      />
    </FrameworkPage>
  );
}
