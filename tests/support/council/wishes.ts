import type { PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Kind, Wish } from '@/lib/bring-in/wish';

const sheets: Record<Kind, string> = {
  service: 'Services',
  person: 'People',
  measure: 'Measures',
  target: 'Targets',
  outturn: 'Outturns',
  comparator: 'Comparators',
  reading: 'Readings',
};

/** A row of our own workbook: each field stands in a column of its own, the first in A. */
export function wish(kind: Kind, row: number, fields: Record<string, string>): Wish {
  const place = { sheet: sheets[kind], row };
  const places = Object.keys(fields).map((name, index) => [
    name,
    { ...place, column: String.fromCharCode(65 + index) },
  ]);
  return { kind, fields, places: Object.fromEntries(places), place: { ...place, column: 'A' } };
}

/** A row in few words: 'create Readings 2: A draft: 92%.' */
export const rowLine = ({ action, place, sentence }: PlanRow): string =>
  `${action} ${place.sheet} ${place.row}${place.column === 'A' ? '' : ` ${place.column}`}: ${sentence}`;

/** A file with one of each: a service from nothing to drafts. */
export const everyWish = (): Wish[] => [
  wish('service', 2, { name: 'Lifts' }),
  wish('person', 2, { name: 'Pia Lind', email: 'pia@testshire.example', roles: 'councillor', head_of: 'Lifts' }),
  wish('measure', 2, {
    service: 'Lifts',
    code: 'lift-01',
    title: 'Lifts that ran',
    definition: 'Hours in which the lifts ran.',
    unit: 'percent',
    better: 'higher',
    frequency: 'monthly',
    first_period: 'April 2026',
    theme: 'Getting about',
    owner: 'pia@testshire.example',
  }),
  wish('target', 2, { measure: 'lift-01', from: 'April 2026', shape: 'at least', green_from: '95' }),
  wish('outturn', 2, { measure: 'lift-01', year: '2025/26', figure: '93' }),
  wish('comparator', 2, {
    measure: 'lift-01',
    name: 'England',
    source: 'DfT',
    alike: 'yes',
    note: 'Alike.',
    from_day: '1 April 2025',
    until_day: '31 March 2026',
    figure: '91',
  }),
  wish('reading', 2, { measure: 'lift-01', period: 'April 2026', figure: '90' }),
];
