import { z } from 'zod';
import { highestThreshold, usualThreshold } from '@/lib/disclosure/highest-small-count';
import { type Method, methods, type Policy } from '@/lib/disclosure/policy';
import { proposedReason } from '@/lib/disclosure/policy-words';
import { type Judged, together, unless } from '@/lib/form/fields-together';
import type { Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { textField, tooLong } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';
import { formatDate } from '@/lib/time/period';

const fields = {
  method: z.enum(methods, 'Choose whether small counts are hidden or shown.'),
  threshold: z.string().max(20, 'Write a whole number from 1 to 20.'),
  reason: textField(limits.changeReason, 'Say why, in a sentence.'),
  decidedBy: textField(limits.decidedBy, 'Say who decided it.'),
  decidedOn: z.string().max(100, 'Write the day like 17 August 2018.'),
  /** The newest decision that the page showed; 0 where there was none. */
  was: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
};

type Typed = { method: Method; threshold: string; reason: string; decidedBy: string; decidedOn: string };

/** The decision that was typed, or what is wrong with it, each at its own field. */
function typedDecision({ method, threshold, reason, decidedBy, decidedOn }: Typed): Judged<Policy> {
  const problems: Problem[] = [];
  const count = /^\d{1,2}$/.test(threshold.trim()) ? Number(threshold) : null;
  const highest = count ?? (method === 'show' && threshold.trim() === '' ? usualThreshold : 0);
  if (highest < 1 || highest > highestThreshold)
    problems.push({
      field: 'threshold',
      sentence: `Write the highest count that is small, a whole number from 1 to ${highestThreshold}.`,
    });
  const parsed = parseDay(decidedOn);
  if (!('day' in parsed))
    problems.push({
      field: 'decidedOn',
      sentence: decidedOn.trim() ? parsed.problem : 'Enter the day of the decision.',
    });
  return unless(problems, {
    method,
    threshold: highest,
    reason,
    decidedBy,
    decidedOn: 'day' in parsed ? parsed.day : '',
  });
}

type Sent<Place> = Place & Typed & { was: number; intent: 'effect' | 'save'; seen: string };

/** A form's fields as the command takes them: the place, the decision, and what the form shows again. */
function decided<Place extends Record<string, string>>(place: Place, sent: Sent<Place>) {
  const { method, threshold, reason, decidedBy, decidedOn, was, intent, seen } = sent;
  const judged = typedDecision(sent);
  if ('problems' in judged) return judged;
  const typed = Object.assign({ method, threshold, reason, decidedBy, decidedOn, was: String(was) }, place);
  return { input: { place, decision: judged.input, was, form: { intent, seen }, typed } };
}

/** The form that decides on the small counts of one measure. */
export const DecideMeasure = z
  .strictObject({ code: z.string().refine(isSlug), ...fields })
  .transform(together((sent) => decided({ code: sent.code }, sent)));

/** The form that decides on the small counts of every measure of a service that has no decision of its own. */
export const DecideService = z
  .strictObject({ service: z.string().refine(isSlug), ...fields })
  .transform(together((sent) => decided({ service: sent.service }, sent)));

/** Why a decision cannot be kept on a day, each problem at its field; none where it can. */
export function decisionProblems(
  { method, threshold, reason, decidedBy, decidedOn }: Policy,
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  const isWrong = (field: string, sentence: string) => problems.push({ field, sentence });
  if (!methods.includes(method)) isWrong('method', 'Choose whether small counts are hidden or shown.');
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > highestThreshold)
    isWrong('threshold', `Write the highest count that is small, a whole number from 1 to ${highestThreshold}.`);
  if (reason.trim() === '') isWrong('reason', 'Say why, in a sentence.');
  if (reason.length > limits.changeReason.most) isWrong('reason', tooLong(limits.changeReason));
  if (decidedBy.trim() === '') isWrong('decidedBy', 'Say who decided it.');
  if (decidedBy.length > limits.decidedBy.most) isWrong('decidedBy', tooLong(limits.decidedBy));
  if (decidedOn > today)
    isWrong('decidedOn', `This cannot have been decided on ${formatDate(decidedOn)}: that day has not come.`);
  return problems;
}

/** What the fields hold when the form is opened: a new decision has its own day, and a first one starts from what is usual. */
export function openedDecision(own: Policy | null): Record<string, string> {
  if (!own) return { method: 'hide', threshold: String(usualThreshold), reason: proposedReason };
  return { method: own.method, threshold: String(own.threshold), reason: own.reason, decidedBy: own.decidedBy };
}
