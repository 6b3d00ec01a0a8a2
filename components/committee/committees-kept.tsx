import { Link } from '@/components/frame/link';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { KeptCommittee } from '@/db/queries/committee/committees';
import { meetingsOn } from '@/lib/committee/committee';
import { papersBy } from '@/lib/committee/papers-by';
import { listed } from '@/lib/text/number-in-words';
import { formatWeekday } from '@/lib/time/day';

type Props = { links: { href: string; text: string }[]; committees: KeptCommittee[]; today: string };

/** All committees as a performance officer keeps them, with what each hears and when it meets next. */
export function CommitteesKept({ links, committees, today }: Props) {
  return (
    <FrameworkPage
      title="Committees and meetings"
      standfirst={standfirst(committees, today)}
      button={{ href: '/settings/committees/new', text: 'Add a committee' }}
      links={links}
      current="/settings/committees"
    >
      {committees.length > 0 && (
        <table className="kept-list">
          <caption className="unseen">Committees</caption>
          <thead>
            <tr>
              <th scope="col">Committee</th>
              <th scope="col">Hears</th>
              <th scope="col">Meets next</th>
              <th scope="col">You can</th>
            </tr>
          </thead>
          <tbody>
            {committees.map(({ slug, ground }) => {
              const { next } = meetingsOn(ground.meetings, today);
              return (
                <tr key={slug}>
                  <th scope="row">
                    <Link href={`/settings/committees/${slug}`}>{ground.name}</Link>
                    <small>/committees/{slug}</small>
                  </th>
                  <td data-label="Hears">{listed(ground.heard.map(({ name }) => name)) || 'no service yet'}</td>
                  <td data-label="Meets next">
                    {next ? formatWeekday(next) : 'No meeting is set'}
                    {next && <small>papers by {formatWeekday(papersBy(next, ground.holidays))}</small>}
                  </td>
                  <td data-label="You can">
                    <Link href={`/settings/committees/${slug}/meetings`}>
                      Add a meeting<span className="unseen"> of {ground.name}</span>
                    </Link>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </FrameworkPage>
  );
}

function standfirst(committees: KeptCommittee[], today: string): string {
  if (committees.length === 0)
    return 'There is none yet. A committee of councillors reads the scorecards of the services that it hears.';
  const count = committees.length === 1 ? 'One committee.' : `${committees.length} committees.`;
  const idle = committees.filter(({ ground }) => meetingsOn(ground.meetings, today).next === null);
  return idle.length === 0
    ? count
    : `${count} Without a meeting to come: ${listed(idle.map(({ ground }) => ground.name))}.`;
}
