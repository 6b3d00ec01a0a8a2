import { z } from 'zod';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

const short = z
  .string()
  .max(100, 'This is too long.')
  .transform((typed) => typed.trim());
const code = z.string().refine(isSlug);
const was = z.string().max(50_000);
/** Each form shows its effect first, and saves once that has been seen. */
const asShown = { intent: z.enum(['effect', 'save']), seen: z.string().max(50_000).default('') };

/** The form that sets a target; what it says is judged against the measure. */
export const SetTarget = z.strictObject({
  code,
  was,
  shape: z.string().max(20).default(''),
  greenFrom: short,
  greenTo: short,
  amberFrom: short,
  amberTo: short,
  tolerance: textField(limits.tolerance),
  later: z.string().max(4_000, 'This is too long.'),
  from: short,
  whyNone: textField(limits.whyNoTarget),
  reason: textField(limits.changeReason),
  decidedBy: textField(limits.decidedBy),
  decidedOn: short,
  ...asShown,
});

/** The form that takes a target back by which nothing was judged. */
export const TakeTargetBack = z
  .strictObject({ code, from: z.string().refine(isDay), reason: textField(limits.changeReason), ...asShown })
  .transform(
    together((typed) =>
      unless(missing(`remove-${typed.from}`, typed.reason, 'Say why this target is taken back.'), typed),
    ),
  );
