import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { MeetingForm } from '@/components/committee/meeting-form';
import { FrameworkPage } from '@/components/framework/framework-page';
import { database } from '@/db/connection/pool';
import { keptMeeting } from '@/db/queries/committee/committees';
import { settingsOf } from '@/lib/people/settings-links';
import { formatWeekday } from '@/lib/time/day';
import { changeMeeting } from '../actions';

type Props = PageProps<'/settings/committees/[committee]/meetings/[day]'>;

const pageOf = cache(async (slug: string, day: string) => {
  const who = await requirePerson();
  return { who, meeting: await found(keptMeeting(database(), who, slug, day)) };
});

export async function generateMetadata({ params }: Props) {
  const { committee: slug, day } = await params;
  return { title: `Change the meeting of ${formatWeekday((await pageOf(slug, day)).meeting.day)}` };
}

export default async function Meeting({ params, searchParams }: Props) {
  const [{ committee: slug, day }, { kept }] = await Promise.all([params, searchParams]);
  const { who, meeting } = await pageOf(slug, day);
  return (
    <FrameworkPage
      title={`The meeting of ${formatWeekday(day)}`}
      standfirst={meeting.committee}
      links={settingsOf(who)}
      crumbs={[
        { href: '/settings/committees', text: 'Committees and meetings' },
        { href: `/settings/committees/${slug}`, text: meeting.committee },
      ]}
      current="/settings/committees"
    >
      {meeting.gone ? (
        <p className="notice">{meeting.gone}</p>
      ) : (
        <MeetingForm
          key={String(kept)}
          slug={slug}
          day={day}
          over={day < (await todayHere())}
          kept={await keptTyping(kept)}
          fresh={crypto.randomUUID()}
          step={changeMeeting}
        />
      )}
    </FrameworkPage>
  );
}
