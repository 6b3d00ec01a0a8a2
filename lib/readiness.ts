import type { MeasureFacts } from './measure';
import { targetInForce } from './measure-record';
import { daysBetween, dueDate, endOf, formatDate, label, name, type Period, range } from './period';
import { lastAsked } from './retirement';
import { endedPeriods, oldestOverdue, readingDue, type Schedule, scheduleOf, statusAt } from './status';
import type { State } from './workflow';

/** Something to see to before a publication: where it is mended, and the sentence that says what is wrong. */
export type Finding = { id: string; sentence: string; href: string };

/** What must be mended, and what may be acknowledged with a reason. Source: DOMAIN.md section 7. */
export type Findings = { blockers: Finding[]; warnings: Finding[] };

/** A reading on its way; `holds` says whether an approval still signs what is there. */
export type OpenReading = { id: number; periodStart: string; revision: number; state: State; holds: boolean };

/** A measure with what is on its way, and the starts of the periods that are approved or published. */
export type Standing = {
  measure: Pick<MeasureFacts, 'frequency' | 'startMonth' | 'lagDays' | 'polarity'> & {
    number: number;
    code: string;
    title: string;
    requiredFrom: string;
    retiredOn: string | null;
    whyNoTarget: string | null;
  };
  open: OpenReading[];
  here: string[];
};

/** Where the latest required period of a measure stands on its way to the next edition. */
export type MeasureReadiness = {
  number: number;
  code: string;
  title: string;
  period: { start: string; label: string; range: string } | null;
  state: 'published' | 'approved' | 'submitted' | 'returned' | 'draft' | 'due' | 'overdue' | 'not_due';
  sentence: string;
  href: string;
};

export const readingHref = (code: string, start: string): string => `/readings/${code}/${start}`;
const reviewHref = (id: number): string => `/reviews/${id}`;

const waits: Record<State, string> = {
  draft: 'is begun, and not submitted yet',
  submitted: 'is submitted, and waits for the head of service',
  returned: 'was returned to its owner',
  approved: 'is approved, and ready to be published',
  published: 'is published',
};

/** The schedule of a measure with these periods answered. */
export const scheduleWith = (
  { retiredOn, requiredFrom, ...measure }: Standing['measure'],
  here: string[],
): Schedule => {
  const { frequency, startMonth, lagDays } = measure;
  const until = lastAsked(retiredOn, measure);
  return scheduleOf({ frequency, startMonth, lagDays, from: requiredFrom, until }, here);
};

/** 'was due by 14 August 2018, 3 days ago' or 'is due by 14 August 2018'. */
export function dueWords(period: Period, lagDays: number, today: string): string {
  const due = dueDate(period, lagDays);
  const late = daysBetween(due, today);
  if (late <= 0) return `is due by ${formatDate(due)}`;
  return `was due by ${formatDate(due)}, ${late} ${late === 1 ? 'day' : 'days'} ago`;
}

/** Where a measure stands: the oldest reading on its way, else the oldest overdue period, else its latest period. */
export function measureReadiness({ measure, open, here }: Standing, today: string): MeasureReadiness {
  const { number, code, title, frequency } = measure;
  const at = (start: string): Period => ({ frequency, start });
  const told = (start: string | null, state: MeasureReadiness['state'], sentence: string, href: string) => ({
    ...{ number, code, title, state, sentence, href },
    period: start === null ? null : { start, label: label(at(start)), range: range(at(start)) },
  });
  const first = open.toSorted((a, b) => a.periodStart.localeCompare(b.periodStart))[0];
  if (first && first.state !== 'published') {
    const sentence = `${name(at(first.periodStart))} ${waits[first.state]}.`;
    const reviewed = first.state === 'submitted' || first.state === 'approved';
    return told(
      first.periodStart,
      first.state,
      sentence,
      reviewed ? reviewHref(first.id) : readingHref(code, first.periodStart),
    );
  }
  const schedule = scheduleWith(measure, here);
  const late = oldestOverdue(schedule, today);
  if (late) return told(late.start, 'overdue', statusAt(schedule, today).sentence, readingHref(code, late.start));
  const [latest] = endedPeriods(scheduleWith(measure, here), today, 1);
  if (!latest)
    return told(null, 'not_due', statusAt(schedule, today).sentence, readingHref(code, measure.requiredFrom));
  if (here.includes(latest.start))
    return told(latest.start, 'published', `${name(latest)} is published.`, readingHref(code, latest.start));
  const state = readingDue(latest, measure.lagDays, today) === 'overdue' ? 'overdue' : 'due';
  return told(
    latest.start,
    state,
    `${name(latest)} ${dueWords(latest, measure.lagDays, today)}.`,
    readingHref(code, latest.start),
  );
}

/** How many readings an edition could wait for, how many of them are approved, and how many are overdue. */
export function readinessCounts(measures: MeasureReadiness[]): { wanted: number; approved: number; overdue: number } {
  const count = (state: MeasureReadiness['state']) => measures.filter((measure) => measure.state === state).length;
  const wanted = measures.length - count('published') - count('not_due');
  return { wanted, approved: count('approved'), overdue: count('overdue') };
}

/** A service's readiness at a glance: '3 of 12 readings approved since edition 1; 2 overdue'. */
export function readinessSentence(measures: MeasureReadiness[], lastEdition: number | null): string {
  const { wanted, approved, overdue } = readinessCounts(measures);
  const since = lastEdition === null ? '' : ` since edition ${lastEdition}`;
  if (wanted === 0) return `Nothing is on its way${since}: every reading that is due is published.`;
  return `${approved} of ${wanted} ${wanted === 1 ? 'reading' : 'readings'} approved${since}; ${overdue || 'none'} overdue.`;
}

type Asked = {
  slug: string;
  asAt: string;
  standings: (Standing & { targets: { effectiveFrom: string }[] })[];
  /** The number of the last edition, and whether the next one would differ from it. */
  lastEdition: number | null;
  changed: boolean;
};

/** What the checklist says of the next edition of a service. */
export function findingsOf({ slug, asAt, standings, lastEdition, changed }: Asked): Findings {
  const blockers: Finding[] = [];
  const warnings: Finding[] = [];
  const release = `/releases/${slug}`;
  if (standings.length === 0)
    blockers.push({
      id: 'no-measures',
      sentence: 'This service has no measures yet, so there is nothing to publish.',
      href: release,
    });
  for (const { measure, open, here, targets } of standings) {
    const { number, code, frequency } = measure;

    const told = ({ periodStart }: OpenReading) => `${name({ frequency, start: periodStart })} for measure ${number}`;
    const due = open.filter(({ periodStart }) => endOf({ frequency, start: periodStart }) < asAt);
    for (const reading of due) {
      if (reading.state === 'approved' && !reading.holds)
        blockers.push({
          id: `approval:${reading.id}`,
          sentence: `The approval of ${told(reading)} does not fit what is there now: return it, and have it approved again.`,
          href: reviewHref(reading.id),
        });
      if (reading.state === 'draft' || reading.state === 'submitted' || reading.state === 'returned')
        warnings.push({
          id: `open:${code}:${reading.periodStart}`,
          sentence: `${told(reading)} ${waits[reading.state]}: the edition would go without it.`,
          href: reading.state === 'submitted' ? reviewHref(reading.id) : readingHref(code, reading.periodStart),
        });
    }
    if (measure.polarity !== 'none' && !targetInForce(targets, asAt) && !measure.whyNoTarget)
      blockers.push({
        id: `target:${code}`,
        sentence: `Measure ${number} has neither a target nor a reason for having none: set one of them.`,
        href: `/history/measures/${code}`,
      });
    const schedule = scheduleWith(measure, [...here, ...due.map(({ periodStart }) => periodStart)]);
    const late = oldestOverdue(schedule, asAt);
    if (late)
      warnings.push({
        id: `overdue:${code}:${late.start}`,
        sentence: `Measure ${number}: ${statusAt(schedule, asAt).sentence}`,
        href: readingHref(code, late.start),
      });
  }
  if (lastEdition !== null && !changed)
    blockers.push({
      id: 'nothing-changed',
      sentence: `Nothing has changed since edition ${lastEdition}.`,
      href: release,
    });
  return { blockers, warnings };
}
