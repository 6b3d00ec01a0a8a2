import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { allowLink } from '@/app/_staff/link-allowance';
import { SetUpPage } from '@/components/account/set-up-page';
import { database } from '@/db/connection/pool';
import { setUpOffer } from '@/db/queries/people/set-up';
import { setUp } from './actions';

export const metadata: Metadata = { title: 'Set up your council' };

export default async function Page({ params }: PageProps<'/set-up/[token]'>) {
  const { token } = await params;
  await allowLink();
  const { expiresAt } = await found(setUpOffer(database(), token), 'set-up-over');
  return <SetUpPage token={token} expiresAt={expiresAt} action={setUp} />;
}
