import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import type { Person } from '@/lib/people/person';
import { actsFor } from '@/lib/people/who-acts-as-head';
import { type Colour, colours, colourWords } from '@/lib/target/colour';
import { type Approver, type JudgedStatus, type Rag, ragSentence } from '@/lib/target/judged-status';

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The fewest characters of a reason: the public is owed more than a word. */
const leastReason = 20;
const tooShort = `Say why in at least ${leastReason} characters: the public reads it beside both colours.`;

function isLongEnough(reason: string): boolean {
  return [...reason].length >= leastReason;
}

/** The form that approves a reading and judges a colour other than the rule's; `rule` is the rule's colour that was seen. */
export const JudgeReading = z.strictObject({
  readingId: count,
  version: count,
  rule: z.enum(colours),
  judgedColour: z.enum(colours, 'Choose the colour that you judge it to be.'),
  judgedReason: textField(limits.judgedReason).refine(isLongEnough, tooShort),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
});

export const judgingRefusals = {
  owner: 'The owner of a measure does not judge its colour, nor does anybody for them: another head or deputy can.',
  none: 'The rule gives this figure no colour, so there is none to judge.',
  elsewhere: 'This reading is not as you saw it any more, or has no colour that you may judge: look at it again.',
};

/** Why a colour cannot be judged where it would be the owner's own judgement, or null where it would not. */
export const ownerRefusal = (ownerId: number | null, signers: (number | null)[]): string | null =>
  ownerId !== null && signers.includes(ownerId) ? judgingRefusals.owner : null;

/** What a person may judge of a reading that they may approve: the rule's colour, and in whose name they would. */
export type Judging = { rule: Colour; by: Approver };

type Judged = { serviceId: number; ownerId: number | null; authors: number[]; rule: Colour | null };

/** What this person may judge of a reading, or null where there is nothing to judge, or nobody for whom they may. */
export function judgingOf(who: Person, { serviceId, ownerId, authors, rule }: Judged, today: string): Judging | null {
  const deputised = actsFor(who, serviceId, authors, today);
  if (rule === null || ownerRefusal(ownerId, [who.id, deputised?.headId ?? null])) return null;
  return { rule, by: deputised ? 'deputy of the head of service' : 'head of service' };
}

/** Why a judged status cannot stand beside the colour that the rule gives now, or null when it can. */
export function judgedProblem({ colour, reason }: JudgedStatus, rule: Colour | null): string | null {
  if (rule === null) return judgingRefusals.none;
  if (colour === rule) return `By the rule it is ${colourWords[rule]} already: approve it as it is.`;
  return isLongEnough(reason) ? null : tooShort;
}

/** The sentence where the rule gives another colour by now than the one that was seen, or null where it does not. */
export const ruleMoved = (seen: Colour, rule: Colour | null): string | null =>
  rule === null || rule === seen
    ? null
    : `By the rule it is ${colourWords[rule]} now, not ${colourWords[seen]} as you saw it, so nothing was approved: look at it again.`;

/** What a judged status would do, before it is signed: what the public reads, and how it counts. */
export function judgedEffect(rag: Rag, { colour, rule, reason }: JudgedStatus, by: Approver): { sentences: string[] } {
  const sentence = ragSentence({ sentence: rag.sentence, judged: { colour, reason, by } });
  return {
    sentences: [
      `The public reads: “${sentence}”`,
      `It counts as ${colourWords[colour]}, and every count says that it is judged. ${colourWords[rule]} stands beside it wherever it is shown, and its figures, its direction and its status stay as they are.`,
      'It is signed with this version: a return or a new version takes it away.',
    ],
  };
}
