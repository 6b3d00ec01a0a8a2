import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { found } from '@/app/found';
import { signedIn } from '@/app/session';
import { settings } from '@/app/settings';
import { SignInPage } from '@/components/sign-in-page';
import { database } from '@/db/pool';
import { demoChoices } from '@/db/queries/people';
import { addressAfterSignIn } from '@/lib/address';
import { troubleSigningIn } from '@/lib/sign-in';
import { signIn, signInAs, signInOnce } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  const { then: asked, trouble, error } = await searchParams;
  const then = addressAfterSignIn(asked);
  const { who } = await found(signedIn().then((who) => ({ who })));
  if (who) redirect(then);
  const { singleSignOn, today } = settings();
  return (
    <SignInPage
      then={then}
      trouble={troubleSigningIn(trouble ?? (error && 'error'))}
      kept={/[?&]kept=/.test(then)}
      password={signIn}
      demonstration={today ? { people: await found(demoChoices(database())), action: signInAs } : null}
      singleSignOn={singleSignOn && { name: singleSignOn.name, action: signInOnce }}
    />
  );
}
