import type { Content } from '@/lib/reading/content';
import type { RevisionReason } from '@/lib/reading/revision-reasons';
import type { JudgedStatus } from '@/lib/target/judged-status';
import type { Target } from '@/lib/target/target';
import type { Decision } from '@/lib/target/target-in-force';

/** A reading that its owner writes and submits, and the head of service approves, unless it is still on its way. */
export type ReadingStep = {
  do: 'read';
  code: string;
  /** First day of its period. */
  start: string;
  content: Partial<Content>;
  /** The first days of the periods whose actions it says are done, all of them. */
  done?: string[];
  /** Whether its figure is invented; those of the founding report are not. */
  invented: boolean;
  /** A colour that the head judges other than the rule's. */
  judged?: JudgedStatus;
  /** Where it stands at the end, if it is not approved. */
  left?: 'draft' | 'submitted' | { returned: string; suggested: string };
};

/** A correction of a published reading, which walks the same road. */
type CorrectionStep = {
  do: 'correct';
  code: string;
  start: string;
  content: Partial<Content>;
  publicNote: string;
  revisionReason: RevisionReason;
};

/** Why a warning of the checklist is let stand, by how its id begins. */
export type Acknowledged = Record<string, string>;

type EditionStep = { service: string; asAt: string; note: string | null; warnings?: Acknowledged };
type Publication = { do: 'publish' } & EditionStep;
type Withdrawal = { do: 'withdraw'; service: string; number: number; reason: string };
type Announcement = { do: 'announce'; dueOn: string } & EditionStep;
type ReleaseMove = { do: 'move release'; service: string; to: string; reason: string };
/** The moment of an announced release comes. */
type ReleaseMoment = { do: 'release' };
/** Somebody may read the announced edition before its release, from the beginning of a day. */
type EarlyStep = { do: 'give early reading'; service: string; email: string; from: string };
/** The owner of a measure asks for a small figure to be shown; it waits for the head of service. */
type ExceptionStep = { do: 'ask to show'; code: string; start: string; reason: string };
type TargetStep = { do: 'set target'; code: string; from: string; target: Target; decision: Decision };
type Redefinition = { do: 'redefine'; code: string; from: string; definition: string; decision: Decision };
type RetirementStep = { do: 'retire'; code: string; lastDay: string; decision: Decision };
type ThemeStep = { do: 'set theme'; codes: string[]; theme: string };
type MeetingStep = { do: 'set meeting'; committee: string; days: string[] };

/** One thing that happens in the year that the demonstration has lived, on a day and at a time in London. */
export type StoryStep = { on: string; at?: string } & (
  | ReadingStep
  | CorrectionStep
  | Publication
  | Withdrawal
  | Announcement
  | ReleaseMove
  | ReleaseMoment
  | EarlyStep
  | ExceptionStep
  | TargetStep
  | Redefinition
  | RetirementStep
  | ThemeStep
  | MeetingStep
);
