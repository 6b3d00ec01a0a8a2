import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { MeetingForm } from '@/components/committee/meeting-form';
import { FrameworkPage } from '@/components/framework/framework-page';
import { database } from '@/db/connection/pool';
import { keptCommittee } from '@/db/queries/committee/committees';
import { settingsOf } from '@/lib/people/settings-links';
import { addMeeting } from './actions';

type Props = PageProps<'/settings/committees/[committee]/meetings'>;

export const metadata: Metadata = { title: 'Add a meeting' };

export default async function NewMeeting({ params, searchParams }: Props) {
  const [{ committee: slug }, { kept }] = await Promise.all([params, searchParams]);
  const who = await requirePerson();
  const { ground } = await found(keptCommittee(database(), who, slug));
  return (
    <FrameworkPage
      title="Add a meeting"
      standfirst={ground.name}
      links={settingsOf(who)}
      crumbs={[
        { href: '/settings/committees', text: 'Committees and meetings' },
        { href: `/settings/committees/${slug}`, text: ground.name },
      ]}
      current="/settings/committees"
    >
      <MeetingForm
        key={String(kept)}
        slug={slug}
        day={null}
        over={false}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={addMeeting}
      />
    </FrameworkPage>
  );
}
