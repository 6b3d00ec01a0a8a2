import { isLeftAs, type OutturnStanding } from '@/lib/framework/outturn-entry';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { How, Proposal } from './proposal';

/**
 * The figure that is kept of what was typed, and how it was reached: the proposal's own, with all its decimals, where it was left in
 * its field; else what was typed.
 */
export function confirmedValue(
  { value, standing }: { value: string; standing: OutturnStanding },
  proposal: Proposal | null,
  measure: Pick<MeasureFacts, 'decimals'>,
): { value: string; how: How } {
  if (standing === 'none' || !proposal?.value) return { value, how: 'typed' };
  const isProposed = value === proposal.value || isLeftAs(value, proposal.value, measure);
  return isProposed ? { value: proposal.value, how: proposal.how } : { value, how: 'typed' };
}
