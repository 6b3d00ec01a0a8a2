import type { MeasureDraft } from '@/lib/framework/measure-entry';
import type { TargetDraft } from '@/lib/framework/target-entry';

/** A measure that nobody has yet, with whatever a test says otherwise. */
export const draft = (more: Partial<MeasureDraft> = {}): MeasureDraft => ({
  number: 7,
  code: 'bus-07',
  title: 'Buses that ran',
  definition: 'Journeys that ran, out of those in the timetable.',
  unit: 'percent',
  decimals: 1,
  polarity: 'higher',
  frequency: 'monthly',
  startMonth: 4,
  window: 'single',
  since: null,
  lagDays: 20,
  requiredFrom: '2026-07-01',
  comparator: 'previous_year',
  scale: 100,
  numeratorLabel: 'ran',
  denominatorLabel: 'journeys',
  countsPeople: false,
  compareAs: 'shown',
  noChangeBand: null,
  outsideHundred: false,
  digitsFollow: false,
  periodsAddUp: false,
  whyNoTarget: null,
  source: null,
  ownerRole: null,
  notes: [],
  ...more,
});

export const decision = { reason: 'More buses were bought.', decidedBy: 'Cabinet', decidedOn: '2026-06-30' };

/** A target that was decided, with whatever a test says otherwise. */
export const target = (green: string, more: Partial<TargetDraft> = {}): TargetDraft => ({
  effectiveFrom: '2026-07-01',
  target: { shape: 'at_least', green, amber: null },
  tolerance: null,
  whyNone: null,
  decision,
  ...more,
});
