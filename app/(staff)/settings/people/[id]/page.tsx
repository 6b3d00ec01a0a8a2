import { cache } from 'react';
import { asLived } from '@/app/_server/clock';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { ComeBackForm } from '@/components/people/come-back-form';
import { PersonBody } from '@/components/people/person-body';
import { PersonHead } from '@/components/people/person-head';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { personPage } from '@/db/queries/people/person-page';
import { numberIn } from '@/lib/people/people-form';
import { arrivalAsLived } from '@/lib/people/people-list';
import { settingsOf } from '@/lib/people/settings-links';
import { bringBack, changeDetails, changeRoles, endSessions, letIn, newLink } from '../actions';

type Props = PageProps<'/settings/people/[id]'>;

const pageOf = cache(async (id: string) => {
  const who = await requirePerson();
  return found(personPage(database(), who, numberIn(id) ?? 0, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  const page = await pageOf((await params).id);
  return { title: 'left' in page ? page.left.name : page.person.name };
}

export default async function Page({ params, searchParams }: Props) {
  const who = await requirePerson();
  const page = await pageOf((await params).id);
  const { done } = await searchParams;
  const today = await todayHere();
  const fresh = crypto.randomUUID();
  const hasLeft = 'left' in page;
  const { id, name } = hasLeft ? page.left : page.person;
  return (
    <>
      <PersonHead page={page} today={today} done={typeof done === 'string' ? done : null} />
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <ComeBackForm id={id} name={name} hasLeft={hasLeft} fresh={fresh} bringBack={bringBack} />
        {!hasLeft && (
          <PersonBody
            page={{ ...page, person: arrivalAsLived(page.person, asLived) }}
            today={today}
            fresh={fresh}
            actions={{ newLink, letIn, endSessions, changeDetails, changeRoles }}
          />
        )}
      </SettingsFrame>
    </>
  );
}
