import { StepForm } from '@/components/form/step-form';
import type { PersonPage } from '@/db/queries/people/person-page';
import type { FormAction } from '@/lib/form/form-state';

type Props = { page: PersonPage; isSelf: boolean; fresh: string; leave: FormAction };

/** Asks once more before a person leaves: what then happens, and what stays. */
export function LeaveQuestion({ page, isSelf, fresh, leave }: Props) {
  const { person, owns, heads, deputises, answersFor, isOnlyAdministrator } = page;
  const { id, name } = person;
  const owned = owns.length === 1 ? '1 measure has' : `${owns.length} measures have`;
  return (
    <>
      <section className="ruled" aria-labelledby="what-title">
        <h2 id="what-title">What happens</h2>
        <ul className="bullets">
          <li>{isSelf ? 'You are' : `${name} is`} signed out everywhere, and can sign in no more.</li>
          <li>Roles and open invitations end.</li>
          {owns.length > 0 && (
            <li>
              {owned} no owner any more.{' '}
              <a href={`/settings/people/give?from=${id}`}>Give them to somebody else first</a>
            </li>
          )}
          {heads.map((service) => (
            <li key={service.slug}>
              {service.name} has no head any more, and its deputies act no more.{' '}
              <a href={`/settings/people/posts/${service.slug}`}>Name another head first</a>
            </li>
          ))}
          {deputises.map(({ slug, service, fromDay }) => (
            <li key={`${slug} ${fromDay}`}>Nobody stands in for the head of {service} in their place.</li>
          ))}
          {answersFor.map((system) => (
            <li key={system.id}>
              {system.name} sends no readings any more.{' '}
              <a href="/settings/systems/new">Make it a token for which somebody else answers first</a>
            </li>
          ))}
        </ul>
      </section>
      <section className="ruled" aria-labelledby="stays-title">
        <h2 id="stays-title">What stays</h2>
        <ul className="bullets">
          <li>Everything that they wrote, approved or published, under their name.</li>
          <li>What waits for approval, and every draft.</li>
          <li>Their name and address, so that they can come back.</li>
        </ul>
      </section>
      {isOnlyAdministrator ? (
        <p>
          {name} is the only administrator. <a href="/settings/people">Make somebody else one first</a>.
        </p>
      ) : (
        <StepForm
          step={leave}
          open
          hidden={{ id }}
          fresh={fresh}
          button={isSelf ? 'Leave, and sign out for good' : `Record that ${name} has left`}
          busy="Recording…"
          danger
        />
      )}
      <p className="after">
        <a href={`/settings/people/${id}`}>{isSelf ? 'Stay' : `${name} stays`}</a>
      </p>
    </>
  );
}
