import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { LeaveQuestion } from '@/components/people/leave-question';
import { SubpageHead } from '@/components/people/subpage-head';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { personPage } from '@/db/queries/people/person-page';
import { numberIn } from '@/lib/people/people-form';
import { settingsOf } from '@/lib/people/settings-links';
import { recordLeaving } from '../../actions';

type Props = PageProps<'/settings/people/[id]/leave'>;

const pageOf = cache(async (id: string) => {
  const who = await requirePerson();
  const page = personPage(database(), who, numberIn(id) ?? 0, await todayHere());
  return found(page.then((person) => (person && 'person' in person ? person : null)));
});

export async function generateMetadata({ params }: Props) {
  return { title: `${(await pageOf((await params).id)).person.name} leaves?` };
}

export default async function Page({ params }: Props) {
  const who = await requirePerson();
  const page = await pageOf((await params).id);
  return (
    <>
      <SubpageHead title={`${page.person.name} leaves?`} />
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <LeaveQuestion
          page={page}
          isSelf={page.person.id === who.id}
          fresh={crypto.randomUUID()}
          leave={recordLeaving}
        />
      </SettingsFrame>
    </>
  );
}
