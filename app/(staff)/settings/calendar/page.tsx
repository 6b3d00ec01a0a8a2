import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { CalendarKept } from '@/components/committee/calendar-kept';
import { database } from '@/db/connection/pool';
import { keptCalendar } from '@/db/queries/committee/calendar';
import { settingsOf } from '@/lib/people/settings-links';
import { remove } from './actions';

export const metadata: Metadata = { title: 'Calendar' };

export default async function Calendar({ searchParams }: PageProps<'/settings/calendar'>) {
  const who = await requirePerson();
  const calendar = await found(keptCalendar(database(), who, await todayHere()));
  const { done } = await searchParams;
  return (
    <CalendarKept
      links={settingsOf(who)}
      calendar={calendar}
      done={typeof done === 'string' ? done : null}
      fresh={crypto.randomUUID()}
      step={remove}
    />
  );
}
