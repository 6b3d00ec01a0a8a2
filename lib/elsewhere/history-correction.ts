import { z } from 'zod';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isPerformanceOfficer, type Person } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';
import { type RevisionReason, revisionReasons } from '@/lib/reading/revision-reasons';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

/** What the steps need to know of a correction of history: of which service it is, and who laid it. */
export type CorrectionFacts = { serviceId: number; laidBy: number };

const typedFigure = z.string().max(200).default('');

/**
 * The form that corrects a confirmed figure of history; `revision` is the number that the correction has if nobody was quicker, and
 * empty figures are null.
 */
export const CorrectHistory = z
  .strictObject({
    code: z.string().refine(isSlug),
    period: z.string().refine(isDay),
    revision: z.string().regex(/^[1-9]\d{0,3}$/),
    value: typedFigure,
    numerator: typedFigure,
    denominator: typedFigure,
    provisional: z.literal('yes').optional(),
    reason: z.string().max(40),
    note: textField(limits.publicReason, 'Tell the public in a sentence what was wrong.'),
  })
  .transform(
    together((typed) => {
      const reason = revisionReasons.find((each) => each === typed.reason);
      const { code, period: periodStart, value, numerator, denominator, note } = typed;
      return unless(missing('reason', reason ?? '', 'Choose why it is corrected.'), {
        code,
        periodStart,
        revision: Number(typed.revision),
        value: value.trim() || null,
        numerator: numerator.trim() || null,
        denominator: denominator.trim() || null,
        provisional: typed.provisional === 'yes',
        reason: reason as RevisionReason,
        note,
      });
    }),
  );

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** The form that confirms a correction of history. */
export const ConfirmCorrection = z.strictObject({ id });

/** The form that refuses a correction of history, or takes it back. */
export const EndCorrection = z
  .strictObject({ id, reason: textField(limits.discardReason) })
  .transform(
    together((typed) =>
      unless(missing(`reason-${typed.id}`, typed.reason, 'Say why the figure stays as it is.'), typed),
    ),
  );

/** Why this person may not correct a figure of history today, or null when they may. Source: docs/rules.md, History from elsewhere. */
export const correctRefusal = (who: Person, { serviceId }: Pick<CorrectionFacts, 'serviceId'>, today: string) =>
  isPerformanceOfficer(who) || headsService(who, serviceId, today)
    ? null
    : 'Only the performance officer, the head of this service or their deputy can correct a figure that was published elsewhere.';

/** Why this person may not confirm a correction of history today, or null when they may. */
export function confirmRefusal(who: Person, { serviceId, laidBy }: CorrectionFacts, today: string): string | null {
  if (!headsService(who, serviceId, today))
    return 'Only the head of this service, or their deputy, can confirm that this figure was wrong.';
  return laidBy === who.id ? 'You wrote this correction: another pair of eyes confirms it.' : null;
}

/** Why this person may not end a correction of history that waits today, or null when they may. */
export const endRefusal = (who: Person, { serviceId, laidBy }: CorrectionFacts, today: string): string | null =>
  laidBy === who.id || isPerformanceOfficer(who) || headsService(who, serviceId, today)
    ? null
    : 'Only whoever wrote this correction, the performance officer, the head of this service or their deputy can end it.';
