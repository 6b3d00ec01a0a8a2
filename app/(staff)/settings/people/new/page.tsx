import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { InviteForm } from '@/components/people/invite-form';
import { SubpageHead } from '@/components/people/subpage-head';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { may } from '@/lib/people/change-permissions';
import { settingsOf } from '@/lib/people/settings-links';
import { add } from '../actions';

export const metadata: Metadata = { title: 'Invite a person' };

export default async function Page() {
  const who = await requirePerson();
  await found(Promise.resolve(may(who, 'add_person') || null));
  return (
    <>
      <SubpageHead title="Invite a person" />
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <InviteForm add={add} fresh={crypto.randomUUID()} />
      </SettingsFrame>
    </>
  );
}
