import type { Metadata } from 'next';
import { asLived } from '@/app/_server/clock';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { LeftList } from '@/components/people/left-list';
import { PeopleHead, PeopleList } from '@/components/people/people-page';
import { SubpageHead } from '@/components/people/subpage-head';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { peopleLeft } from '@/db/queries/people/people-left';
import { peoplePage } from '@/db/queries/people/people-page';
import { arrivalAsLived } from '@/lib/people/people-list';
import { settingsOf } from '@/lib/people/settings-links';
import { letIn } from './actions';

export const metadata: Metadata = { title: 'People' };

export default async function Page({ searchParams }: PageProps<'/settings/people'>) {
  const who = await requirePerson();
  const { page: number, find, show } = await searchParams;
  const today = await todayHere();
  const frame = { links: settingsOf(who), current: '/settings/people' };
  if (show === 'left') {
    const left = await found(peopleLeft(database(), who));
    return (
      <>
        <SubpageHead title="People who have left" />
        <SettingsFrame {...frame}>
          <LeftList people={left} />
        </SettingsFrame>
      </>
    );
  }
  const page = await found(peoplePage(database(), who, today));
  const lived = { ...page, people: page.people.map((person) => arrivalAsLived(person, asLived)) };
  const wanted = typeof number === 'string' && /^\d{1,4}$/.test(number) ? Number(number) : 1;
  return (
    <>
      <PeopleHead page={lived} />
      <SettingsFrame {...frame}>
        <PeopleList
          page={lived}
          today={today}
          number={wanted}
          find={typeof find === 'string' ? find.slice(0, 100) : ''}
          fresh={crypto.randomUUID()}
          letIn={letIn}
        />
      </SettingsFrame>
    </>
  );
}
