import { ActionForm } from '@/components/form/action-form';
import { ErrorSummary } from '@/components/form/error-summary';
import { SubmitButton } from '@/components/form/submit-button';
import type { DemoChoice } from '@/db/queries/people/demo-choices';
import type { FormAction } from '@/lib/form/form-state';
import { SignInForm } from './sign-in-form';

type Props = {
  then: string;
  trouble: string | null;
  /** Whether something was being typed when a session ended. */
  hasKeptTyping: boolean;
  password: FormAction;
  demonstration: { people: DemoChoice[]; action: FormAction } | null;
  singleSignOn: { name: string; action: FormAction } | null;
};

/** The way in: by single sign-on where the council has it, by password, and in the demonstration as anybody. */
export function SignInPage({ then, trouble, hasKeptTyping, password, demonstration, singleSignOn }: Props) {
  return (
    <>
      <h1>Sign in</h1>
      {trouble && <ErrorSummary problems={[{ field: null, sentence: trouble }]} />}
      {hasKeptTyping && (
        <p className="notice">
          Your session has ended. What you typed is kept, and comes back when you have signed in.
        </p>
      )}
      {demonstration && demonstration.people.length > 0 && (
        <section>
          <h2>In this demonstration, as</h2>
          <ul className="demo-people">
            {demonstration.people.map(({ who, name, does }) => (
              <li key={who}>
                <ActionForm action={demonstration.action} fields={{ who, then }}>
                  <SubmitButton className="button secondary">{name}</SubmitButton> <span>{does}</span>
                </ActionForm>
              </li>
            ))}
          </ul>
        </section>
      )}
      {singleSignOn && (
        <section>
          <h2>With your council account</h2>
          <ActionForm action={singleSignOn.action} fields={{ then }}>
            <SubmitButton>Sign in with {singleSignOn.name}</SubmitButton>
          </ActionForm>
        </section>
      )}
      <section>
        <h2>With e-mail address and password</h2>
        <SignInForm action={password} then={then} />
        <p className="hint">
          No account yet, or your password forgotten? Your administrator can send you an invitation.{' '}
          <a href="/">Published scorecards</a> need no account.
        </p>
      </section>
    </>
  );
}
