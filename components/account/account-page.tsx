import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { OwnSession } from '@/db/queries/sign-in/sessions';
import type { FormAction } from '@/lib/form/form-state';
import { OwnSessions } from './own-sessions';
import { PasswordForm } from './password-form';

type Props = {
  name: string;
  account: { email: string; hasPassword: boolean } | null;
  sessions: OwnSession[];
  /** What was just ended, in a sentence; null for nothing. */
  ended: string | null;
  idleHours: number;
  actions: Record<'setPassword' | 'signOut' | 'endOne' | 'endOthers', FormAction>;
};

/** A person's own account: their password, and where they are signed in. */
export function AccountPage({ name, account, sessions, ended, idleHours, actions }: Props) {
  const { setPassword, signOut, endOne, endOthers } = actions;
  return (
    <>
      <h1>Your account</h1>
      {ended && (
        <p className="done" role="status">
          {ended}
        </p>
      )}
      <p className="standfirst">
        {name}, {account?.email}. Your name, address and roles are looked after by your administrator.
      </p>
      <section className="prose">
        <h2>Password</h2>
        {account?.hasPassword ? (
          <PasswordForm action={setPassword} email={account.email} />
        ) : (
          <p>You sign in without a password here, so there is none to change.</p>
        )}
      </section>
      <section className="prose">
        <h2>Where you are signed in</h2>
        <p>
          You are signed out {idleHours === 1 ? 'an hour' : `${idleHours} hours`} after you last used a browser, and 12
          hours after you signed in.
        </p>
        <OwnSessions sessions={sessions} endOne={endOne} endOthers={endOthers} />
        <p>Lost a device, or do not know one of these? This ends every session of yours, this one too.</p>
        <ActionForm action={signOut}>
          <SubmitButton className="button secondary">Sign out everywhere</SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
