import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { OwnSession } from '@/db/queries/sign-in/sessions';
import type { FormAction } from '@/lib/form/form-state';
import { formatInstant } from '@/lib/time/instant';

type Props = { sessions: OwnSession[]; endOne: FormAction; endOthers: FormAction };

/** Of more than this many, only their number is shown. */
const most = 20;

/** Where a person is signed in, each with a way to end it; the present session says that it is this one. */
export function OwnSessions({ sessions, endOne, endOthers }: Props) {
  const more = sessions.length - most;
  return (
    <>
      <ul className="sessions">
        {sessions.slice(0, most).map(({ id, browser, startedAt, usedAt, here }) => (
          <li key={id}>
            <p>
              <b>{browser ?? 'A browser that did not say its name'}</b>
              {here && <span className="here">This one</span>}
              <span className="since">
                Signed in since {formatInstant(startedAt)}
                {!here && `; last used at about ${formatInstant(usedAt)}`}
              </span>
            </p>
            {!here && (
              <ActionForm action={endOne} fields={{ session: String(id) }}>
                <SubmitButton className="button link" busy="Ending…">
                  End
                  <span className="unseen"> {`${browser ?? 'this browser'}, since ${formatInstant(startedAt)}`}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more === 1 ? 'one more, used' : `${more} more, all of them used`} longer ago.</p>}
      {sessions.length > 1 && (
        <ActionForm action={endOthers}>
          <SubmitButton className="button secondary" busy="Ending…">
            End all others
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
