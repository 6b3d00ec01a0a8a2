import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { settings } from '@/app/_server/server-settings';
import { found } from '@/app/_staff/found';
import { signedIn } from '@/app/_staff/session';
import { NotSetUpWords } from '@/components/account/not-set-up-words';
import { SignInPage } from '@/components/account/sign-in-page';
import { database } from '@/db/connection/pool';
import { demoChoices } from '@/db/queries/people/demo-choices';
import { theCouncil } from '@/db/queries/published/in-force';
import { awaitsFirstSteps } from '@/db/queries/work/first-steps';
import { troubleSigningIn } from '@/lib/people/sign-in-words';
import { homeOf } from '@/lib/people/staff-links';
import { addressAfterSignIn } from '@/lib/text/page-address';
import { signIn, signInAs, signInOnce } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  const { then: wanted, trouble, error } = await searchParams;
  // Without an address in mind each person is led to where their own work begins, which is known once they are signed in.
  const then = wanted === undefined ? '' : addressAfterSignIn(wanted);
  const { who } = await found(signedIn().then((who) => ({ who })));
  if (who) redirect(then || homeOf(who, await found(awaitsFirstSteps(database(), who))));
  const { council } = await found(theCouncil(database()).then((council) => ({ council })));
  if (!council) return <NotSetUpWords />;
  const { singleSignOn, today } = settings();
  return (
    <SignInPage
      then={then}
      trouble={troubleSigningIn(trouble ?? (error && 'error'))}
      hasKeptTyping={/[?&]kept=/.test(then)}
      password={signIn}
      demonstration={today ? { people: await found(demoChoices(database())), action: signInAs } : null}
      singleSignOn={singleSignOn && { name: singleSignOn.name, action: signInOnce }}
    />
  );
}
