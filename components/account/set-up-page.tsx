import type { FormAction } from '@/lib/form/form-state';
import { usualLicence } from '@/lib/people/beginning';
import { formatInstant } from '@/lib/time/instant';
import { SetUpForm } from './set-up-form';

type Props = { token: string; expiresAt: string; action: FormAction };

/** Where a council is set up: what it is called, and who looks after it first. */
export function SetUpPage({ token, expiresAt, action }: Props) {
  return (
    <>
      <header className="page-head">
        <h1>Set up your council</h1>
        <p className="standfirst">
          Two things begin the record: the council, and the first person who looks after it. This address works once,
          until {formatInstant(expiresAt)}.
        </p>
      </header>
      <SetUpForm token={token} action={action} licence={usualLicence} />
    </>
  );
}
