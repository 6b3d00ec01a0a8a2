import type { Term } from '@/lib/glossary/term';
import type { Kept } from '@/lib/reading/kept-warnings';
import { reviewHref } from '@/lib/release/measure-readiness';
import type { ChecklistEntry, ReleaseChecklist } from '@/lib/release/release-checklist';
import { type Finding, findingId, isBlocking } from '../finding';
import { type PageRow, pageTermFindings } from '../language/page-terms';
import type { ReadingText } from '../reading-text';
import { checkReading, type Silence } from './check-reading';
import { weigh } from './weigh-findings';

/** A reading that an edition is the first to show. */
export type TakenIn = {
  id: number;
  /** What a sentence calls it: 'July 2018 for measure 3'. */
  name: string;
  kept: Kept[];
  /** Its words on the day of its approval, and on the day of the edition. */
  approved: ReadingText;
  released: ReadingText;
};

/** A row of the page that the edition would be: the words of its measure, and those that are new with this edition. */
export type ReleasedRow = PageRow & { code: string };

/** As long as the name of a finding may be in the form of a release. */
const longestId = 200;

/**
 * What the checklist says of the words that an edition is the first to show. What blocks is judged by the day of their approval,
 * so that a date which has passed since then does not stop a release: it is a warning, which asks for a reason.
 * Source: docs/rules.md, On the road.
 */
export function releaseWords(taken: TakenIn[], silence: Silence): ReleaseChecklist {
  const findings: ReleaseChecklist = { blockers: [], warnings: [] };
  for (const { id, name, kept, approved, released } of taken) {
    const line = (finding: Finding) => ({
      // On one line, since a browser sends line breaks in another form than it got them.
      id: `words:${id}:${findingId(finding)}`.replaceAll(/\s+/g, ' ').slice(0, longestId),
      sentence: `${name}: ${finding.sentence} ${finding.mend}`,
      href: reviewHref(id),
    });
    const cannotStand = checkReading(approved, silence).filter(
      (finding) => isBlocking(finding) && !isAskedElsewhere(finding),
    );
    findings.blockers.push(...cannotStand.map(line));
    findings.warnings.push(...weigh(checkReading(released, silence), kept).open.map(line));
  }
  return findings;
}

/**
 * What the checklist says of abbreviations that mean two things on the page of an edition: in the words of its measures, and in
 * those of readings that it is the first to show.
 */
export function releaseTerms(rows: ReleasedRow[], glossary: Term[]): ChecklistEntry[] {
  const codes = new Map(rows.map(({ number, code }) => [number, code]));
  return pageTermFindings(rows, glossary).map(({ number, rule, place, quote, sentence, mend }) => ({
    id: `terms:${codes.get(number)}:${findingId({ rule, place, quote })}`.slice(0, longestId),
    sentence: `Measure ${number}: ${sentence} ${mend}`,
    href: `/history/measures/${codes.get(number)}`,
  }));
}

/** The checklist asks by itself for a figure and for a target. */
const isAskedElsewhere = ({ rule }: Finding): boolean => rule === 'B4' || rule === 'B5';
