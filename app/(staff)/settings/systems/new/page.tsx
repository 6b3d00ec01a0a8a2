import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { SystemForm } from '@/components/submission/system-form';
import { database } from '@/db/connection/pool';
import { systemChoices } from '@/db/queries/submission/systems';
import { settingsOf } from '@/lib/people/settings-links';
import { lastDay } from '@/lib/submission/system-form';
import { formatDate } from '@/lib/time/period';
import { add } from '../actions';

export const metadata: Metadata = { title: 'Make a token' };

export default async function Page() {
  const who = await requirePerson();
  const [choices, today] = await Promise.all([found(systemChoices(database(), who)), todayHere()]);
  return (
    <FrameworkPage
      title="Make a token"
      standfirst="With it a system submits readings, and can do nothing else: it reads nothing, and approves nothing."
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/systems', text: 'Sending systems' }]}
      current="/settings/systems"
    >
      <SystemForm {...choices} lastDay={formatDate(lastDay(today))} fresh={crypto.randomUUID()} add={add} />
    </FrameworkPage>
  );
}
