import type { Database } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { targetsOf } from '@/db/facts/measure-facts';
import { measurePlace } from '@/db/facts/reading-record';
import { targetUse } from '@/db/facts/target-use';
import { pick } from '@/lib/collection/pick';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { targetFields } from '@/lib/framework/target-effect';
import type { TargetGround } from '@/lib/framework/target-entry';
import { targetWords } from '@/lib/framework/target-words';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';
import { formatMonth } from '@/lib/time/day';
import { formatDate, type Window } from '@/lib/time/period';

export type TargetPage = {
  service: { slug: string; name: string };
  code: string;
  number: number;
  title: string;
  window: Window;
  /** What a new target is held against. */
  ground: TargetGround;
  /** The targets as the page shows them, for whoever saves after somebody else. */
  was: KeptFields;
  /** The latest first; `use` says why one stands for good. */
  targets: { from: string; month: string; rule: string; decision: string | null; use: string | null }[];
  whyNoTarget: string | null;
  /** Why nothing can be set now; null where it can. */
  closed: string | null;
};

/** The targets of a measure as a performance officer sets them; null where there is none, and for everybody else. */
export async function targetPage(db: Database, who: Person, code: string): Promise<TargetPage | null> {
  if (!may(who, 'set_target')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const { measure, service } = place;
  const targets = await targetsOf(db, [measure.id]);
  const waiting = await waitingRelease(db, service.id);
  const listed: TargetPage['targets'] = [];
  for (const target of targets.toReversed())
    listed.push({
      from: target.effectiveFrom,
      month: formatMonth(target.effectiveFrom),
      rule: targetWords(target.target, measure, target.tolerance),
      decision:
        target.decision &&
        `${target.decision.decidedBy}, ${formatDate(target.decision.decidedOn)}: ${target.decision.reason}`,
      use: await targetUse(db, measure, target),
    });
  const judged = ['unit', 'decimals', 'polarity', 'outsideHundred', 'frequency', 'startMonth', 'digitsFollow'] as const;
  return {
    service: { slug: service.slug, name: service.name },
    ...pick(measure, ['code', 'number', 'title', 'window', 'whyNoTarget']),
    ground: {
      ...pick(measure, [...judged, 'requiredFrom']),
      targets: targets.map(({ effectiveFrom, target, decision }) => ({ effectiveFrom, target, decision })),
    },
    was: targetFields(targets, measure),
    targets: listed,
    closed: measure.retiredOn
      ? `This measure is retired: its last day is ${formatDate(measure.retiredOn)}.`
      : waiting && `${announcedFor(waiting)}. Until it is out, or cancelled, no target changes.`,
  };
}
