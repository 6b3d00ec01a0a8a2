import { Shape } from '@/components/sign/sign-shapes';
import type { Announced } from '@/db/queries/release/announcements';
import type { FormAction } from '@/lib/form/form-state';
import { announcedFor } from '@/lib/release/release-moment';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { CancelForm, MoveForm } from './announced-steps';
import { EarlyReaders } from './early-readers';
import { ReleaseMoves } from './release-moves';

export type AnnouncedSteps = { move: FormAction; cancel: FormAction; give: FormAction; take: FormAction };

type Props = {
  service: string;
  announced: Announced;
  /** Today, and the time of day in London: what the fields begin with. */
  initial: { day: string; time: string };
  fresh: string;
  steps: AnnouncedSteps;
};

/** A release that waits for its moment: when, what happened to it, who reads early, and what can still be done about it. */
export function AnnouncedRelease({ service, announced, initial, fresh, steps }: Props) {
  const { waiting, failed } = announced;
  const hidden = { service, id: waiting?.id ?? 0, dueAt: waiting?.dueAt ?? '' };
  return (
    <section aria-labelledby="announced-title">
      <h2 id="announced-title">Announced release</h2>
      {failed && (
        <p className="told">
          Edition {failed.number}, announced for {formatInstant(failed.dueAt)}, was not released. {failed.why}
        </p>
      )}
      {waiting ? (
        <>
          <p>
            {announcedFor(waiting)}, as at {formatDate(waiting.asAt)}. The public sees this in the{' '}
            <a href="/calendar">release calendar</a>; until that moment nothing else of this service can be published.
          </p>
          {waiting.trouble && (
            <p className="told">
              <Shape symbol="overdue" /> As things stand it would fail: {waiting.trouble} Cancel it and announce it
              anew.
            </p>
          )}
          <ReleaseMoves moves={waiting.moves} />
        </>
      ) : (
        !failed && <p>No release is announced.</p>
      )}
      <MoveForm open={waiting !== null} hidden={hidden} fresh={fresh} step={steps.move} />
      <CancelForm open={waiting !== null} hidden={hidden} fresh={fresh} step={steps.cancel} />
      {waiting && <EarlyReaders waiting={waiting} service={service} initial={initial} fresh={fresh} steps={steps} />}
    </section>
  );
}
