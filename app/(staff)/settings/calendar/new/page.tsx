import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { HolidayForm } from '@/components/committee/holiday-form';
import { FrameworkPage } from '@/components/framework/framework-page';
import { database } from '@/db/connection/pool';
import { keptCalendar } from '@/db/queries/committee/calendar';
import { settingsOf } from '@/lib/people/settings-links';
import { enter } from '../actions';

export const metadata: Metadata = { title: 'Enter a bank holiday' };

export default async function NewHoliday({ searchParams }: PageProps<'/settings/calendar/new'>) {
  const who = await requirePerson();
  await found(keptCalendar(database(), who, await todayHere()));
  const { kept } = await searchParams;
  return (
    <FrameworkPage
      title="Enter a bank holiday"
      standfirst="One by proclamation. The usual ones are known already."
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/calendar', text: 'Calendar' }]}
      current="/settings/calendar"
    >
      <HolidayForm key={String(kept)} kept={await keptTyping(kept)} fresh={crypto.randomUUID()} step={enter} />
    </FrameworkPage>
  );
}
