import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { warningRules } from '../finding';

const which = { slug: z.string().refine(isSlug), rule: z.enum(warningRules) };

/** The field for the reason, of which its page has one for each kind of warning. */
export const silenceField = (rule: string): string => `reason-${rule}`;

/** The form that silences a kind of warning for a service. */
export const SilenceCheck = z
  .strictObject({ ...which, reason: textField(limits.changeReason) })
  .superRefine(({ rule, reason }, context) => {
    if (reason !== '') return;
    const message = 'Say why this service is not to be shown these warnings.';
    context.addIssue({ code: 'custom', path: [silenceField(rule)], message });
  });

/** The form that brings it back. */
export const HearCheck = z.strictObject(which);
