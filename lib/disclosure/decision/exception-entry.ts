import { z } from 'zod';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

const isFigure = (typed: string): boolean => {
  const [code = '', start = ''] = typed.split(' ');
  return isSlug(code) && isDay(start);
};

/** The form that asks for one figure to be shown: 'csc-09 2018-07-01' is the measure and the first day of the period. */
export const AskException = z
  .strictObject({
    service: z.string().refine(isSlug),
    figure: z.string().max(200).refine(isFigure, 'Choose the figure that is to be shown.'),
    reason: textField(limits.exceptionReason, 'Say why this figure may be shown.'),
  })
  .transform(({ figure, reason }) => {
    const [code = '', periodStart = ''] = figure.split(' ');
    return { code, periodStart, reason };
  });

/** The form that confirms an exception. */
export const ConfirmException = z.strictObject({ id });

/** The form that refuses an exception, withdraws it or takes it back. */
export const EndException = z
  .strictObject({ id, reason: textField(limits.exceptionReason) })
  .transform(
    together((typed) =>
      unless(missing(`reason-${typed.id}`, typed.reason, 'Say why this figure stays hidden.'), typed),
    ),
  );
