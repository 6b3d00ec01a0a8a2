import type { Metadata } from 'next';
import { asLived } from '@/app/_server/clock';
import { settings } from '@/app/_server/server-settings';
import { cookie } from '@/app/_server/session-cookies';
import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { AccountPage } from '@/components/account/account-page';
import { database } from '@/db/connection/pool';
import { accountOf } from '@/db/queries/people/accounts-and-invitations';
import { ownSessions } from '@/db/queries/sign-in/sessions';
import { endOne, endOthers, setPassword, signOutEverywhere } from './actions';

export const metadata: Metadata = { title: 'Your account' };

const sentences: Record<string, string> = {
  one: 'That browser is signed out.',
  others: 'You are signed out everywhere but here.',
};

export default async function Page({ searchParams }: PageProps<'/account'>) {
  const who = await requirePerson();
  const { ended } = await searchParams;
  const { idleHours } = settings();
  const [account, sessions] = await found(
    Promise.all([
      accountOf(database(), who.id),
      ownSessions(database(), { personId: who.id, token: await cookie('session'), idleHours }),
    ]),
  );
  return (
    <AccountPage
      name={who.name}
      account={account}
      sessions={sessions.map((session) => ({
        ...session,
        startedAt: asLived(session.startedAt),
        usedAt: asLived(session.usedAt),
      }))}
      ended={(typeof ended === 'string' && Object.hasOwn(sentences, ended) && sentences[ended]) || null}
      idleHours={idleHours}
      actions={{ setPassword, endOne, endOthers, signOut: signOutEverywhere }}
    />
  );
}
