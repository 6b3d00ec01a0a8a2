import type { MeasureFacts } from '@/lib/measure/measure';

/** A monthly percentage where higher is better, with whatever a test says otherwise. */
export const facts = (differences: Partial<MeasureFacts> = {}): MeasureFacts => ({
  unit: 'percent',
  decimals: 0,
  polarity: 'higher',
  frequency: 'monthly',
  startMonth: 4,
  window: 'single',
  since: null,
  lagDays: 14,
  comparator: 'previous_year',
  scale: 100,
  numeratorLabel: 'were placed with council carers',
  denominatorLabel: 'children in foster care',
  countsPeople: true,
  compareAs: 'shown',
  noChangeBand: null,
  outsideHundred: false,
  ...differences,
});
