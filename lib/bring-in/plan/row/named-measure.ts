import type { Wish } from '@/lib/bring-in/wish';
import { staysUntilThen } from '@/lib/release/release-moment';
import { retiredSentence } from '@/lib/series/retirement';
import type { Drafted, MeasureNow } from './council-now';
import { quoted } from './planned';

/**
 * The measure that a row speaks of by its code, with why nothing beside its readings changes at this moment; or why there is none.
 */
export function measureIn(
  { measures, refusedCodes, services }: Drafted,
  { fields }: Wish,
): { measure: MeasureNow; locked: string | null } | { problem: string } {
  const code = fields.measure?.trim() ?? '';
  const measure = measures.get(code);
  if (measure) {
    const { announced } = services.find(({ slug }) => slug === measure.serviceSlug) ?? {};
    const retired = measure.retiredOn ? retiredSentence(measure.draft) : null;
    return { measure, locked: retired ?? (announced ? staysUntilThen.measure(announced) : null) };
  }
  if (code === '') return { problem: 'Name its measure by the code.' };
  if (refusedCodes.has(code))
    return { problem: `The measure ${code} is refused itself, so that there is nothing to add this to.` };
  return { problem: `There is no measure ${quoted(code)}, and no row adds it.` };
}
