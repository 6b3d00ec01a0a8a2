import { ownsMeasure, type Person, sendsMeasure } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';

/** The states of a reading, in the order of its road. Source: docs/rules.md, The road of a reading. */
export const states = ['draft', 'submitted', 'returned', 'approved', 'published'] as const;
export type State = (typeof states)[number];

/** How a service publishes: when the performance officer releases it, or rolling, a stated time after an approval. */
export const releases = ['release', 'rolling'] as const;
export type Release = (typeof releases)[number];

/** What the steps need to know of a reading, or of one not begun yet (state null). */
export type ReadingFacts = {
  measureId: number;
  serviceId: number;
  state: State | null;
  authors: number[];
  submittedBy: number | null;
  /** Whether the period has ended, so that a figure can be given at all. */
  ended: boolean;
};

type Rule = {
  from: readonly (State | null)[];
  /** Where the step leads; null where the reading stays as it is (a new one is a draft). */
  to: State | null;
  may: (who: Person, reading: ReadingFacts, today: string) => boolean;
  /** The sentence for a person who may not take the step. */
  otherwise: string;
  /** The sentence for a reading that is not in a state where the step begins. */
  elsewhere: string;
};

const isOwner = (who: Person, { measureId }: ReadingFacts) => ownsMeasure(who, measureId);
/** A system writes and submits beside the owner, and does nothing else. */
const isWriter = (who: Person, { measureId }: ReadingFacts) =>
  ownsMeasure(who, measureId) || sendsMeasure(who, measureId);
const isHead = (who: Person, { serviceId }: ReadingFacts, today: string) => headsService(who, serviceId, today);
const isOtherPair = (who: Person, { authors, submittedBy }: ReadingFacts) =>
  !authors.includes(who.id) && submittedBy !== who.id;

/** The one table that answers "may I?", "which buttons?" and "why not?". */
export const steps = {
  save: {
    from: [null, 'draft', 'returned'],
    to: null,
    may: isWriter,
    otherwise: 'Only the data owner of this measure can write its readings.',
    elsewhere: 'This reading is with the head of service, or further on, and cannot be edited now.',
  },
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    may: isWriter,
    otherwise: 'Only the data owner of this measure can submit its readings.',
    elsewhere: 'This reading has been submitted already.',
  },
  withdraw: {
    from: ['submitted'],
    to: 'draft',
    may: isOwner,
    otherwise: 'Only the data owner of this measure can withdraw its readings.',
    elsewhere: 'Only a submitted reading that has not been reviewed can be withdrawn.',
  },
  approve: {
    from: ['submitted'],
    to: 'approved',
    may: (who, reading, today) => isHead(who, reading, today) && isOtherPair(who, reading),
    otherwise: 'Only the head of this service, or their deputy, can approve, and never what they wrote or submitted.',
    elsewhere: 'This reading is not waiting for approval.',
  },
  return: {
    from: ['submitted', 'approved'],
    to: 'returned',
    may: isHead,
    otherwise: 'Only the head of this service, or their deputy, can return a reading.',
    elsewhere: 'Only a reading that is submitted or approved, and not published, can be returned.',
  },
  correct: {
    from: ['published'],
    to: 'draft',
    may: isOwner,
    otherwise: 'Only the data owner of this measure can begin a correction.',
    elsewhere: 'Only a published reading can be corrected; this one can still be changed.',
  },
} as const satisfies Record<string, Rule>;

export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as Step[];

/** Why a period has no figure yet. */
export const notEnded = 'This period has not ended yet, so it has no figure to give.';

/** Why this person may not take this step today, or null when they may. */
export function refusal(who: Person, step: Step, reading: ReadingFacts, today: string): string | null {
  const rule: Rule = steps[step];
  if (!rule.may(who, reading, today)) return rule.otherwise;
  if (!rule.from.includes(reading.state)) return rule.elsewhere;
  return reading.ended ? null : notEnded;
}

/** The steps that this person may take with this reading today. */
export const stepsFor = (who: Person, reading: ReadingFacts, today: string): Step[] =>
  stepNames.filter((step) => refusal(who, step, reading, today) === null);

/** What a return without a reason is answered. */
export const returnReasonMissing = 'Say what should be changed, and why: the owner works from your words.';
