import { fieldOf, mendOrSay } from '@/lib/commentary/checking/weigh-findings';
import { type Finding, findingId, isBlocking } from '@/lib/commentary/finding';
import type { Problem } from '@/lib/form/form-state';
import type { Kept } from '@/lib/reading/kept-warnings';
import { sentField } from './sent-reading';

/** Something that a check says of a reading that was sent, and what it wants. */
export type SentFinding = {
  field: string | null;
  sentence: string;
  /** The name under which a warning can be kept with a reason; null for what has to be mended. */
  finding: string | null;
  /** The reason for which it stands; null where it keeps the reading from being submitted. */
  kept: string | null;
};

/** What became of a reading that was sent. */
export type Received = {
  measure: string;
  period_start: string;
  period: string;
  /** Whether it is the first that is written of its period, rather than put in the place of what the same system sent before. */
  begun: boolean;
  state: 'draft' | 'submitted';
  version: number;
  findings: SentFinding[];
  next: string;
};

/** What a reading lacks and what the checks find in it, each at the field that was sent. */
export function sentFindings(lacks: Problem[], findings: Finding[], kept: Kept[]): SentFinding[] {
  const reasons = new Map(kept.map(({ finding, reason }) => [finding, reason]));
  const once = new Map(findings.map((finding) => [findingId(finding), finding]));
  const found = [...once].map(([id, finding]): SentFinding => {
    const field = sentField(fieldOf(finding));
    if (isBlocking(finding))
      return { field, sentence: `${finding.sentence} ${finding.mend}`, finding: null, kept: null };
    const reason = reasons.get(id) ?? null;
    return {
      field,
      sentence: reason ? finding.sentence : `${finding.sentence} ${mendOrSay}`,
      finding: id,
      kept: reason,
    };
  });
  const missing = lacks.map(
    ({ field, sentence }): SentFinding => ({ field: sentField(field), sentence, finding: null, kept: null }),
  );
  return [...missing, ...found];
}

/** Whether nothing is left that keeps a reading from being submitted. */
export const isComplete = (findings: SentFinding[]): boolean => findings.every(({ kept }) => kept !== null);

/** What happens next with a reading that was sent. */
export function nextStep(state: Received['state'], findings: SentFinding[]): string {
  if (state === 'submitted') return 'It waits for the head of service, who approves or returns it.';
  return isComplete(findings)
    ? 'It is a draft: its data owner submits it, or it is sent again with submit set to true.'
    : 'It is a draft until every finding is answered: send it again with what is missing, or its data owner finishes it.';
}

/** What a system is answered that may not send a measure, whether there is one of that id or not. */
export const outOfScope = 'This token may not send readings of a measure of that id.';

/** Why a system cannot write over what stands. */
export const ownersNow = {
  returned: 'The head of service returned this reading to its data owner, who answers: nothing was changed.',
  written: 'Somebody has written in this reading, and goes on with it: nothing was changed.',
  correction: 'A correction of this reading is being written by its data owner: nothing was changed.',
} as const;
