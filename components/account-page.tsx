import type { FormAction } from '../lib/form-state';
import { ActionForm } from './action-form';
import { PasswordForm } from './password-form';
import { SubmitButton } from './submit-button';

type Props = {
  name: string;
  account: { email: string; hasPassword: boolean } | null;
  setPassword: FormAction;
  signOut: FormAction;
};

/** A person's own account: their password, and where they are signed in. */
export function AccountPage({ name, account, setPassword, signOut }: Props) {
  return (
    <>
      <h1>Your account</h1>
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
        <h2>Signed in elsewhere</h2>
        <p>Left a browser signed in somewhere, or lost a device? This ends every session of yours, this one too.</p>
        <ActionForm action={signOut}>
          <SubmitButton className="button secondary">Sign out everywhere</SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
