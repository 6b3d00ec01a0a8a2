import type { FormAction } from '@/lib/form/form-state';
import { usualLicence } from '@/lib/people/beginning';
import { formatInstant } from '@/lib/time/instant';
import { SetUpForm } from './set-up-form';

type Props = { token: string; expiresAt: string; action: FormAction };

/** Where a council is set up: what it is called, and who looks after it first; beside it what comes of that. */
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
      <div className="work-page set-up">
        <SetUpForm token={token} action={action} licence={usualLicence} />
        <aside className="work-side" aria-labelledby="next-title">
          <section>
            <h2 id="next-title">What comes next</h2>
            <p>
              A page of first steps: a service, its measures and targets, the people who enter and approve figures, the
              first month, the first edition. Each step ticks itself.
            </p>
          </section>
          <section>
            <h2>What the public sees</h2>
            <p>The council’s name and contact, from now on. Figures when you publish an edition, and not before.</p>
          </section>
        </aside>
      </div>
    </>
  );
}
