import type { PersonPage } from '@/db/queries/people/person-page';
import type { FormAction } from '@/lib/form/form-state';
import { dayInWords } from '@/lib/people/people-list';
import { formatDate } from '@/lib/time/day';
import { DetailsForm } from './details-form';
import { RolesForm } from './roles-form';
import { SignInPart } from './sign-in-part';

type Props = {
  page: PersonPage;
  today: string;
  fresh: string;
  actions: Record<'newLink' | 'letIn' | 'endSessions' | 'changeDetails' | 'changeRoles', FormAction>;
};

/** A person who is here: how they come in, who they are, what they may do, what they hold, and how they leave. */
export function PersonBody({ page, today, fresh, actions }: Props) {
  const { person, isOnlyAdministrator } = page;
  const { id, name, email, roles } = person;
  return (
    <>
      <SignInPart
        id={id}
        name={name}
        facts={signInFacts(page, today)}
        isLocked={person.locked !== null}
        sessions={page.sessions}
        fresh={fresh}
        actions={actions}
      />
      <DetailsForm
        id={id}
        name={name}
        email={email}
        hasSingleSignOn={page.issuers.length > 0}
        fresh={fresh}
        change={actions.changeDetails}
      />
      <RolesForm
        id={id}
        held={roles}
        isOnlyAdministrator={isOnlyAdministrator}
        fresh={fresh}
        change={actions.changeRoles}
      />
      <Posts page={page} />
      <section className="ruled" aria-labelledby="leave-title">
        <h2 id="leave-title">Leaving</h2>
        {isOnlyAdministrator ? (
          <p>{name} is the only administrator: make somebody else one first, then they can leave.</p>
        ) : (
          <p>
            <a href={`/settings/people/${id}/leave`}>{name} leaves…</a>
          </p>
        )}
      </section>
    </>
  );
}

function Posts({ page: { person, owns, heads, deputises } }: Pick<Props, 'page'>) {
  const services = [...new Set(owns.map(({ service }) => service))];
  return (
    <section className="ruled" aria-labelledby="posts-title">
      <h2 id="posts-title">Posts</h2>
      {heads.length + deputises.length + owns.length === 0 && <p>{person.name} has no post yet.</p>}
      <ul className="plain">
        {heads.map(({ slug, name }) => (
          <li key={slug}>
            Heads <a href={`/settings/people/posts/${slug}`}>{name}</a>
          </li>
        ))}
        {deputises.map(({ slug, service, headName, fromDay, untilDay }) => (
          <li key={`${slug} ${fromDay} ${untilDay}`}>
            Stands in for {headName} in <a href={`/settings/people/posts/${slug}`}>{service}</a>, from{' '}
            {formatDate(fromDay)} to {formatDate(untilDay)}
          </li>
        ))}
        {services.map((service) => (
          <li key={service}>
            <details>
              <summary>
                Owns {measuresIn(owns, service)} in {service}
              </summary>
              <ol className="owned">
                {owns
                  .filter((measure) => measure.service === service)
                  .map(({ number, code, title }) => (
                    <li key={code}>
                      {number}. {title}
                    </li>
                  ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
      <p className="ways">
        <a href={`/settings/people/posts?person=${person.id}`}>Name {person.name} head or deputy of a service</a>
        {owns.length > 0 && <a href={`/settings/people/give?from=${person.id}`}>Give their measures away</a>}
        <a href={`/settings/people/give?to=${person.id}`}>Give {person.name} the measures of somebody</a>
      </p>
    </section>
  );
}

function measuresIn(owns: PersonPage['owns'], service: string): string {
  const count = owns.filter((measure) => measure.service === service).length;
  return count === 1 ? '1 measure' : `${count} measures`;
}

/** What is known of how a person comes in. */
function signInFacts({ person, hasPassword, issuers, sessions }: PersonPage, today: string): string[] {
  const { lastHere, invitedAt, linkUntil, locked, byName } = person;
  const ways = [hasPassword && 'a password', ...issuers.map((issuer) => `single sign-on at ${issuer}`)].filter(Boolean);
  const last =
    lastHere === null ? 'They have never signed in.' : `They were last here: ${dayInWords(lastHere, today)}.`;
  const open = sessions === 1 ? 'One session is open.' : `${sessions} sessions are open.`;
  return [
    locked &&
      `Their sign-in is closed for a quarter of an hour: ${locked.tries} wrong passwords, the last ${dayInWords(locked.at, today)}.`,
    lastHere !== null && sessions > 0 ? `${last} ${open}` : last,
    ways.length > 0 && `They sign in with ${ways.join(' or ')}.`,
    ways.length === 0 && byName && 'In the demonstration they come in by their name.',
    invitedAt &&
      (linkUntil
        ? `They were invited ${dayInWords(invitedAt, today)}; the link works until ${dayInWords(linkUntil, today)}.`
        : lastHere === null && `They were invited ${dayInWords(invitedAt, today)}; that link is over.`),
  ].filter((fact) => typeof fact === 'string');
}
