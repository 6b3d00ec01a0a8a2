import { notFound } from 'next/navigation';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { StartPage } from '@/components/bring-in/start-page';
import { database } from '@/db/connection/pool';
import { importList } from '@/db/queries/bring-in/import-list';
import { maySendFrom } from '@/lib/bring-in/check-form';
import { startDone } from '@/lib/bring-in/check-words';
import { sendingTrouble } from '@/lib/bring-in/sending';
import { isAdministrator, isPerformanceOfficer } from '@/lib/people/person';
import { settingsOf } from '@/lib/people/settings-links';
import { paste } from './actions';

type Props = PageProps<'/settings/bring-in'>;

export async function generateMetadata({ searchParams }: Props) {
  const trouble = sendingTrouble((await searchParams).trouble);
  return { title: `${trouble ? 'Error: ' : ''}Bring in and take out` };
}

export default async function BringIn({ searchParams }: Props) {
  const [who, { trouble, done, kept }] = await Promise.all([requirePerson(), searchParams]);
  if (!maySendFrom(who, 'settings')) notFound();
  const files = await found(importList(database(), who, 'council'));
  const typed = await keptTyping(kept);
  return (
    <StartPage
      links={settingsOf(who)}
      files={files}
      trouble={sendingTrouble(trouble)}
      done={startDone(done)}
      kept={typed?.text}
      keepsFramework={isPerformanceOfficer(who)}
      isAdministrator={isAdministrator(who)}
      fresh={{ file: crypto.randomUUID(), paste: crypto.randomUUID() }}
      paste={paste}
    />
  );
}
