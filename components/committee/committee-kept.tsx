import { Link } from '@/components/frame/link';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { KeptCommittee } from '@/db/queries/committee/committees';
import { moveSentence } from '@/lib/committee/changed-meetings';
import { meetingsOn } from '@/lib/committee/committee';
import { papersSentence } from '@/lib/committee/papers-by';
import { listed } from '@/lib/text/number-in-words';
import { formatWeekday } from '@/lib/time/day';
import { formatInstant } from '@/lib/time/instant';

type Props = { links: { href: string; text: string }[]; committee: KeptCommittee; today: string; done: string | null };

const doneWords: Record<string, string> = {
  added: 'The committee is added. The public sees it.',
  changed: 'The committee is changed. The public sees it.',
  meeting: 'The meeting is added. The public sees it.',
  moved: 'The meeting is moved. The public reads why.',
  cancelled: 'The meeting is cancelled. The public reads why.',
};

/** A committee as a performance officer keeps it: what it hears, its meetings, and what became of those that were changed. */
export function CommitteeKept({ links, committee, today, done }: Props) {
  const { slug, ground, moves } = committee;
  const { next, later, past } = meetingsOn(ground.meetings, today);
  const address = `/settings/committees/${slug}`;
  const coming = next ? [next, ...later] : [];
  return (
    <FrameworkPage
      title={ground.name}
      standfirst={
        <>
          The public reads it at <Link href={`/committees/${slug}`}>/committees/{slug}</Link>.
        </>
      }
      crumbs={[{ href: '/settings/committees', text: 'Committees and meetings' }]}
      button={{ href: `${address}/meetings`, text: 'Add a meeting' }}
      done={done && Object.hasOwn(doneWords, done) ? doneWords[done] : null}
      links={links}
      current="/settings/committees"
    >
      <dl className="kept-facts">
        <div>
          <dt>Hears</dt>
          <dd>
            {listed(ground.heard.map(({ name }) => name)) || 'No service yet.'}{' '}
            <Link href={`${address}/change`}>Change its name or what it hears</Link>
            {ground.heard.map(
              ({ name, release }) =>
                release && (
                  <span className="kept-line" key={name}>
                    The release of {name} is due at {formatInstant(release.dueAt)}.
                  </span>
                ),
            )}
          </dd>
        </div>
        <div>
          <dt>Meetings to come</dt>
          <dd>
            {coming.length === 0 && 'None is set.'}
            {coming.map((day) => (
              <span className="kept-line" key={day}>
                {formatWeekday(day)}{' '}
                <Link href={`${address}/meetings/${day}`}>
                  Move or cancel<span className="unseen"> the meeting of {formatWeekday(day)}</span>
                </Link>
                <small>{papersSentence(day, today, ground.holidays)}</small>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>Past meetings</dt>
          <dd>
            {past.length === 0 && 'None is on record.'}
            {past.map((day) => (
              <span className="kept-line" key={day}>
                {formatWeekday(day)}{' '}
                <Link href={`${address}/meetings/${day}`}>
                  It did not take place<span className="unseen">: the meeting of {formatWeekday(day)}</span>
                </Link>
              </span>
            ))}
          </dd>
        </div>
        {moves.length > 0 && (
          <div>
            <dt>Changed</dt>
            <dd>
              {moves.map((move) => (
                <span className="kept-line" key={`${move.from} ${move.to} ${move.on}`}>
                  {moveSentence(move)}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p>
        <Link href="/history/council">The history</Link> tells who changed what, and when.
      </p>
    </FrameworkPage>
  );
}
