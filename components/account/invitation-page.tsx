import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/form/form-state';
import { InvitationForm } from './invitation-form';

type Props = {
  invited: { name: string; email: string };
  token: string;
  accept: FormAction;
  singleSignOn: { name: string; action: FormAction } | null;
};

/** Where an invitation leads: choosing a password, or tying one's council account to one's name here. */
export function InvitationPage({ invited, token, accept, singleSignOn }: Props) {
  return (
    <>
      <h1>Welcome, {invited.name}</h1>
      <p className="standfirst">Choose how you will sign in. This link works once.</p>
      {singleSignOn && (
        <section>
          <h2>With your council account</h2>
          <ActionForm action={singleSignOn.action} fields={{ token }}>
            <SubmitButton>Use {singleSignOn.name}</SubmitButton>
          </ActionForm>
        </section>
      )}
      <section>
        <h2>With a password</h2>
        <InvitationForm action={accept} token={token} email={invited.email} />
      </section>
    </>
  );
}
