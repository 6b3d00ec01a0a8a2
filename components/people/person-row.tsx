import { ActionForm } from '@/components/form/action-form';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { Shape } from '@/components/sign/sign-shapes';
import type { FormAction } from '@/lib/form/form-state';
import { dayInWords, needOf, type PersonListed, postsInWords, rolesInWords } from '@/lib/people/people-list';

type Props = { person: PersonListed; today: string; fresh: string; letIn: FormAction };

/** A person in the list: what they are, what they hold, when they were here, and the one thing to do about them. */
export function PersonRow({ person, today, fresh, letIn }: Props) {
  const { id, name, email } = person;
  const posts = postsInWords(person, today);
  return (
    <tr>
      <th scope="row">
        <a href={`/settings/people/${id}`}>{name}</a>
        <small>{email}</small>
      </th>
      <td>{rolesInWords(person, today)}</td>
      <td>{posts.length === 0 ? <i>No post</i> : posts.map((post) => <p key={post}>{post}</p>)}</td>
      <td>
        <LastHere person={person} today={today} />
      </td>
      <td>
        {needOf(person) === 'locked' ? (
          <ActionForm action={letIn} fields={{ id: String(id) }}>
            <FormKey state={null} fresh={`${fresh}-${id}`} />
            <SubmitButton className="button secondary small" busy="Opening…">
              Let in again
              <span className="unseen">: {name}</span>
            </SubmitButton>
          </ActionForm>
        ) : (
          <a className="act" href={`/settings/people/${id}`}>
            {needOf(person) === 'never_here' ? 'New link' : 'Change'}
            <span className="unseen">: {name}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** When a person was last here, or why they could not be. */
function LastHere({ person, today }: { person: PersonListed; today: string }) {
  const { lastHere, invitedAt, linkUntil, locked, byName } = person;
  const seen = lastHere && dayInWords(lastHere, today);
  if (locked)
    return (
      <>
        <span className="tag needs">
          <Shape symbol="incomparable" /> locked out
        </span>
        <small>
          {locked.tries} wrong passwords, {dayInWords(locked.at, today)}
        </small>
      </>
    );
  if (seen !== null) return seen;
  if (byName) return <i>not yet</i>;
  return (
    <>
      <span className="tag needs">
        <Shape symbol="none" /> has never signed in
      </span>
      <small>
        {invitedAt ? `invited ${dayInWords(invitedAt, today)}` : 'never invited'}
        {invitedAt && (linkUntil ? `; the link works until ${dayInWords(linkUntil, today)}` : '; the link is over')}
      </small>
    </>
  );
}
