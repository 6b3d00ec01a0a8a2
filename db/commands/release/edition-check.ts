import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { type NextEdition, nextEdition, type ServiceRow } from '@/db/facts/edition/next-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { keptText } from '@/lib/form/typed-text';
import { announcedFor, noAsAt } from '@/lib/release/release-moment';
import { tidyText } from '@/lib/text/tidy-text';
import { isDay } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { lockApproved } from './edition-locks';

export type EditionRequest = {
  asAt: string;
  note: string | null;
  /** Each warning of the checklist by its id, with the reason why the edition is published all the same. */
  acknowledged: { finding: string; reason: string }[];
  /** What the preview showed; without it, whatever is approved by now is published. */
  seen?: string | null | undefined;
};

export type Checked = {
  next: NextEdition;
  number: number;
  note: string | null;
  /** The approved readings that it takes in. */
  approved: number[];
  acknowledged: { finding: string; sentence: string; reason: string }[];
};

/**
 * The next edition of a locked service, after everything that must hold before it is published or announced: no release
 * waits already, it is what was seen, nothing blocks it, and each warning is answered with a reason.
 */
export async function checkedEdition(
  tx: Transaction,
  acting: Acting,
  service: ServiceRow,
  request: EditionRequest,
): Promise<Checked> {
  const { asAt, seen } = request;
  const waiting = await waitingRelease(tx, service.id);
  if (waiting) throw new StepRefused(`${announcedFor(waiting)}: move or cancel it first.`);
  if (!isDay(asAt)) throw new Refused(noAsAt);
  if (asAt > acting.today) throw new Refused('A scorecard cannot tell of a day that has not come.');
  const note = keptText(request.note, limits.editionNote) || null;

  const approved = (await lockApproved(tx, service.id, asAt)).map(({ id }) => id);
  const next = await nextEdition(tx, service, asAt, { approved });
  const { last, findings } = next;
  if (last && asAt < last.asAt)
    throw new Refused(
      `Edition ${last.number} tells of ${formatDate(last.asAt)}: a later one cannot tell of an earlier day.`,
    );
  if (seen && seen !== next.seen)
    throw new Outdated('What would be published is not what the preview showed any more: look at it again.');
  if (findings.blockers.length > 0) throw new Refused(findings.blockers.map(({ sentence }) => sentence).join(' '));
  const reasons = new Map(request.acknowledged.map(({ finding, reason }) => [finding, tidyText(reason)]));
  const open = findings.warnings.filter(({ id }) => !reasons.get(id));
  if (open.length > 0)
    throw new Refused(`Say why you publish without: ${open.map(({ sentence }) => sentence).join(' ')}`);
  const acknowledged = findings.warnings.map(({ id, sentence }) => ({
    finding: id,
    sentence,
    reason: reasons.get(id) ?? '',
  }));
  return { next, number: (last?.number ?? 0) + 1, note, approved, acknowledged };
}
