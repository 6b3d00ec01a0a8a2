import { changedMeetings, moveSentence } from '@/lib/committee/changed-meetings';
import { type Committee, meetingsOn } from '@/lib/committee/committee';
import { papersSentence } from '@/lib/committee/papers-by';
import { formatWeekday } from '@/lib/time/day';

type Props = {
  committee: Committee;
  today: string;
  /** Whether its services and past meetings are left to the committee's own page. */
  brief?: boolean;
};

/** A committee at a glance: its next meeting and by when the papers must be out, its services, and its past meetings. */
export function MeetingFacts({ committee, today, brief = false }: Props) {
  const { next, later, past } = meetingsOn(committee.meetings, today);
  const changed = changedMeetings(committee.moves, today);
  return (
    <dl className="facts">
      <div>
        <dt>Next meeting</dt>
        <dd>
          {next ? (
            <>
              <b>{next === today ? `Today, ${formatWeekday(next)}` : formatWeekday(next)}</b>
              <small>{papersSentence(next, today, committee.holidays)}</small>
            </>
          ) : (
            'No further meeting is set.'
          )}
        </dd>
      </div>
      {later.length > 0 && (
        <div>
          <dt>Then</dt>
          <dd>
            <Days days={later} />
          </dd>
        </div>
      )}
      {changed.length > 0 && (
        <div>
          <dt>Changed</dt>
          <dd>
            <ul>
              {changed.map((move) => (
                <li key={`${move.from} ${move.to}`}>{moveSentence(move)}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {!brief && (
        <>
          <div>
            <dt>{committee.services.length === 1 ? 'Service' : 'Services'}</dt>
            <dd>
              {committee.services.length === 0 ? 'No service reports to it yet.' : <Services committee={committee} />}
            </dd>
          </div>
          <div>
            <dt>Past meetings</dt>
            <dd>{past.length === 0 ? 'None is on record.' : <Days days={past} />}</dd>
          </div>
        </>
      )}
    </dl>
  );
}

function Services({ committee }: { committee: Committee }) {
  return (
    <ul>
      {committee.services.map(({ slug, name, since }) => (
        <li key={slug}>
          {since ? <a href={`/scorecards/${slug}`}>{name}</a> : `${name}, which has published no scorecard yet`}
        </li>
      ))}
    </ul>
  );
}

function Days({ days }: { days: string[] }) {
  return (
    <ul>
      {days.map((day) => (
        <li key={day}>{formatWeekday(day)}</li>
      ))}
    </ul>
  );
}

/** Shown where the council is a demonstration: these are the committees of no real council. */
export function InventedMeetings({ demonstration }: { demonstration: string | null }) {
  return (
    demonstration && <p className="notice">These committees and their meetings are invented for the demonstration.</p>
  );
}
