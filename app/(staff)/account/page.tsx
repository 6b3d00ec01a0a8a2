import type { Metadata } from 'next';
import { found } from '@/app/found';
import { requirePerson } from '@/app/session';
import { AccountPage } from '@/components/account-page';
import { database } from '@/db/pool';
import { accountOf } from '@/db/queries/people';
import { setPassword, signOutEverywhere } from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function Page() {
  const who = await requirePerson();
  const account = await found(accountOf(database(), who.id));
  return <AccountPage name={who.name} account={account} setPassword={setPassword} signOut={signOutEverywhere} />;
}
