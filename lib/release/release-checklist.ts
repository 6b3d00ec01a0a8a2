import { measureDecisionHref } from '@/lib/disclosure/small-counts-address';
import { historyElsewhereHref, waitingSentence } from '@/lib/elsewhere/confirming-history';
import { oldestOverdue, statusAt } from '@/lib/status/data-status';
import type { Standing, UnfinishedReading } from '@/lib/status/standing';
import { targetInForce } from '@/lib/target/target-in-force';
import { endOf, name } from '@/lib/time/period';
import { readingHref, reviewHref, scheduleWith, waits } from './measure-readiness';

/** Something to see to before a publication: where it is mended, and the sentence that says what is wrong. */
export type ChecklistEntry = { id: string; sentence: string; href: string };

/** What must be mended, and what may be acknowledged with a reason. Source: docs/rules.md, Publication. */
export type ReleaseChecklist = { blockers: ChecklistEntry[]; warnings: ChecklistEntry[] };

type EditionFacts = {
  slug: string;
  asAt: string;
  /** `undecided` where a measure counts people and nobody has decided on its small counts. */
  standings: (Standing & { targets: { effectiveFrom: string }[]; undecided?: boolean })[];
  /** The number of the last edition, and whether the next one would differ from it. */
  lastEdition: number | null;
  changed: boolean;
  /** Figures that were published elsewhere and wait for the head of service; none where nothing waits. */
  history?: { figures: number; measures: number; head: string | null }[];
  /** What the checks find in the words that it is the first to show. */
  words?: ReleaseChecklist;
  /** What is hidden by now, and an edition that stands showed: none where nothing is. */
  alreadyPublic?: { code: string; number: number; sentence: string }[];
};

/** What the checklist says of the next edition of a service. */
export function checklistOf(edition: EditionFacts): ReleaseChecklist {
  const { slug, asAt, standings, lastEdition, changed, history = [], words, alreadyPublic = [] } = edition;
  const blockers = [...(words?.blockers ?? [])];
  const warnings = [...(words?.warnings ?? [])];
  const release = `/releases/${slug}`;
  if (standings.length === 0)
    blockers.push({
      id: 'no-measures',
      sentence: 'This service has no measures yet, so there is nothing to publish.',
      href: release,
    });
  for (const waiting of history)
    blockers.push({ id: 'history', sentence: waitingSentence(waiting), href: historyElsewhereHref(slug) });
  for (const { measure, open, here, awaited, targets, undecided } of standings) {
    const { number, code, frequency } = measure;

    const readingName = ({ periodStart }: UnfinishedReading) =>
      `${name({ frequency, start: periodStart })} for measure ${number}`;
    const due = open.filter(({ periodStart }) => endOf({ frequency, start: periodStart }) < asAt);
    for (const reading of due) {
      if (reading.state === 'approved' && !reading.holds)
        blockers.push({
          id: `approval:${reading.id}`,
          sentence: `The approval of ${readingName(reading)} does not fit what is there now: return it, and have it approved again.`,
          href: reviewHref(reading.id),
        });
      if (reading.state === 'draft' || reading.state === 'submitted' || reading.state === 'returned')
        warnings.push({
          id: `open:${code}:${reading.periodStart}`,
          sentence: `${readingName(reading)} ${waits[reading.state]}: the edition would go without it.`,
          href: reading.state === 'submitted' ? reviewHref(reading.id) : readingHref(code, reading.periodStart),
        });
    }
    if (measure.polarity !== 'none' && !targetInForce(targets, asAt) && !measure.whyNoTarget)
      blockers.push({
        id: `target:${code}`,
        sentence: `Measure ${number} has neither a target nor a reason for having none: set one of them.`,
        href: `/history/measures/${code}`,
      });
    if (undecided)
      blockers.push({
        id: `small-counts:${code}`,
        sentence: `Measure ${number} counts people, and nobody has decided whether its small counts are hidden: decide it, or set a default for the service.`,
        href: measureDecisionHref(code),
      });
    const schedule = scheduleWith(measure, [...here, ...due.map(({ periodStart }) => periodStart)], awaited);
    const late = oldestOverdue(schedule, asAt);
    if (late)
      warnings.push({
        id: `overdue:${code}:${late.start}`,
        sentence: `Measure ${number}: ${statusAt(schedule, asAt).sentence}`,
        href: readingHref(code, late.start),
      });
  }
  for (const { code, number, sentence } of alreadyPublic)
    warnings.push({
      id: `already-public:${code}:${sentence}`,
      sentence: `Measure ${number}: ${sentence} An edition that shows it can be withdrawn.`,
      href: `/scorecards/${slug}/editions`,
    });
  if (lastEdition !== null && !changed)
    blockers.push({
      id: 'nothing-changed',
      sentence: `The next edition would be the same as edition ${lastEdition}, which is in force.`,
      href: release,
    });
  return { blockers, warnings };
}
