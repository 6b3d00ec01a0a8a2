import { shown, withNoun } from '@/lib/figure/figure';
import { missing } from '@/lib/form/fields-together';
import type { Problem } from '@/lib/form/form-state';
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

type Entered = { value: string; standing: OutturnStanding; reason: string };
type Measure = Pick<MeasureFacts, 'unit' | 'decimals' | 'digitsFollow'>;

/** What is wrong with a figure in the place of the one that the year's readings give: it says why, unless it is there already. */
export function correctionProblems(
  { value, standing, reason }: Entered,
  proposal: Proposal | null,
  before: string | null,
  measure: Measure,
): Problem[] {
  if (!proposal?.value || standing === 'none' || value === before) return [];
  if (confirmedValue({ value, standing }, proposal, measure).how !== 'typed') return [];
  const given = withNoun(shown(proposal.value, measure), measure.unit);
  return missing(
    'reason',
    reason,
    `The readings of ${proposal.name} give ${given}: say why another figure is entered.`,
  );
}
