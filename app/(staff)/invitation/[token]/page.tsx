import type { Metadata } from 'next';
import { settings } from '@/app/_server/server-settings';
import { found } from '@/app/_staff/found';
import { allowLink } from '@/app/_staff/link-allowance';
import { InvitationPage } from '@/components/account/invitation-page';
import { database } from '@/db/connection/pool';
import { invitationOf } from '@/db/queries/people/accounts-and-invitations';
import { accept, acceptBySingleSignOn } from './actions';

export const metadata: Metadata = { title: 'Your invitation' };

export default async function Page({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params;
  await allowLink();
  const invited = await found(invitationOf(database(), token), 'invitation-over');
  const { singleSignOn } = settings();
  return (
    <InvitationPage
      invited={invited}
      token={token}
      accept={accept}
      singleSignOn={singleSignOn && { name: singleSignOn.name, action: acceptBySingleSignOn }}
    />
  );
}
