import type { Metadata } from 'next';
import { found } from '@/app/found';
import { settings } from '@/app/settings';
import { InvitationPage } from '@/components/invitation-page';
import { database } from '@/db/pool';
import { invitationOf } from '@/db/queries/people';
import { accept, acceptBySingleSignOn } from './actions';

export const metadata: Metadata = { title: 'Your invitation' };

export default async function Page({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params;
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
