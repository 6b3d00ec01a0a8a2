import { Link } from '@/components/frame/link';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { SystemListed } from '@/db/queries/submission/systems';
import { systemStates } from '@/lib/submission/system-words';
import { tokenPrefix } from '@/lib/submission/token-header';
import { numberOf } from '@/lib/text/number-in-words';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';

type Props = { links: { href: string; text: string }[]; systems: SystemListed[]; done: string | null };

const doneWords: Record<string, string> = {
  ended: 'The token is revoked. What it sent before stays as it is.',
};

/** The systems that send readings by a token, as an administrator looks after them. */
export function SystemsPage({ links, systems, done }: Props) {
  const working = systems.filter(({ state }) => state === 'works');
  const over = systems.filter(({ state }) => state !== 'works');
  return (
    <FrameworkPage
      title="Systems that send readings"
      standfirst="Another system can send the readings of measures that you choose. It fills in what their data owners would, and the head of service approves as ever."
      button={{ href: '/settings/systems/new', text: 'Make a token' }}
      done={done && Object.hasOwn(doneWords, done) ? doneWords[done] : null}
      links={links}
      current="/settings/systems"
    >
      {working.length === 0 ? (
        <p>No system may send readings at present.</p>
      ) : (
        <SystemTable systems={working} title="They may send" />
      )}
      {over.length > 0 && <SystemTable systems={over} title="Tokens that are over" />}
      <p className="after">
        <a href="/api/submission/v1/openapi.json">How a system sends a reading</a>, for whoever sets it up (OpenAPI
        3.1). <Link href="/history/council">The history</Link> says who made and revoked what.
      </p>
    </FrameworkPage>
  );
}

function SystemTable({ systems, title }: { systems: SystemListed[]; title: string }) {
  return (
    <section className="kept-group">
      <h2>{title}</h2>
      <table className="kept-list facts-alone">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">System</th>
            <th scope="col">Answers for it</th>
            <th scope="col">Until</th>
            <th scope="col">Last used</th>
          </tr>
        </thead>
        <tbody>
          {systems.map((system) => (
            <tr key={system.id}>
              <th scope="row">
                <Link href={`/settings/systems/${system.id}`}>{system.name}</Link>
                <small>
                  {tokenPrefix}
                  {system.tokenStart}…, {numberOf(system.measures, 'measure')}
                  {system.state !== 'works' && `. ${systemStates[system.state]}`}
                </small>
              </th>
              <td data-label="Answers for it">{system.responsible}</td>
              <td data-label="Until">{formatDate(system.untilDay)}</td>
              <td data-label="Last used">{system.usedAt ? formatInstant(system.usedAt) : 'Never'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
