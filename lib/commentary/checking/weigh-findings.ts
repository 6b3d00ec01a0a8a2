import type { Problem } from '@/lib/form/form-state';
import type { Kept } from '@/lib/reading/kept-warnings';
import { actionFields, keptFields } from '@/lib/reading/reading-fields';
import { type Finding, findingId, isBlocking } from '../finding';

/** A warning that its author lets stand, with the reason. */
type KeptFinding = Finding & { reason: string };

/** What is asked at a warning that has no reason yet. */
export const mendOrSay = 'Mend it, or say why it stands.';

/** What was found in a reading: what blocks it, the warnings that want an answer, and those that have one. */
export type Weighed = { blockers: Finding[]; open: Finding[]; kept: KeptFinding[] };

/**
 * Whether the author of a reading can mend a finding in its words. What the measure lacks is the officer's to mend, and the form
 * and the checklist ask by themselves for a figure (B4) and a target (B5).
 */
export const isAuthors = ({ rule, place }: Finding): boolean =>
  place.field !== 'measure' && rule !== 'B4' && rule !== 'B5';

/** Findings by what has become of them, with the reasons for which warnings are kept. */
export function weigh(findings: Finding[], kept: Kept[]): Weighed {
  const reasons = new Map(kept.map(({ finding, reason }) => [finding, reason]));
  const blockers = findings.filter(isBlocking);
  const warnings = findings.filter((finding) => !isBlocking(finding));
  const open = warnings.filter((finding) => !reasons.get(findingId(finding)));
  const answered = warnings.flatMap((finding): KeptFinding[] => {
    const reason = reasons.get(findingId(finding));
    return reason ? [{ ...finding, reason }] : [];
  });
  return { blockers, open, kept: answered };
}

/** Each warning once, in the order in which the form numbers the fields for their reasons. */
export function numberedWarnings(findings: Finding[]): { n: number; id: string; finding: Finding }[] {
  const byId = new Map(findings.filter((finding) => !isBlocking(finding)).map((each) => [findingId(each), each]));
  return [...byId].map(([id, finding], index) => ({ n: index + 1, id, finding }));
}

/** The field of the reading form in which a finding is mended. */
export function fieldOf({ place }: Finding): string {
  if ('action' in place) {
    const fields = actionFields(place.action + 1);
    return { actionText: fields.text, actionOwner: fields.owner, actionDue: fields.due }[place.field];
  }
  return place.field === 'figures' || place.field === 'measure' ? 'figure' : place.field;
}

/** What stands in the way of a submission, each at its own field: what blocks where it is mended, a warning where its reason goes. */
export function problemsOf(findings: Finding[], kept: Kept[]): Problem[] {
  const { blockers, open } = weigh(findings, kept);
  const waiting = new Set(open.map(findingId));
  const unanswered = numberedWarnings(findings).filter(({ id }) => waiting.has(id));
  return [
    ...blockers.map((finding) => ({ field: fieldOf(finding), sentence: `${finding.sentence} ${finding.mend}` })),
    ...unanswered.map(({ n, finding }) => ({
      field: keptFields(n).reason,
      sentence: `${finding.sentence} ${mendOrSay}`,
    })),
  ];
}

/** The warnings that are kept, without those that nobody finds any more. */
export function stillKept(kept: Kept[], findings: Finding[]): Kept[] {
  const found = new Set(findings.map(findingId));
  return kept.filter(({ finding }) => found.has(finding));
}
