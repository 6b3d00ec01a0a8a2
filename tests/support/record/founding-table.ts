/** A cell that the printed report lost, or that could not be told apart from its neighbours. */
const lost = null;

type Cell = string | null;

export type PrintedRow = {
  n: number;
  previous: Cell;
  target: Cell;
  current: Cell;
  period: string;
  frequency: 'monthly' | 'quarterly';
  /** Read from the print, or null where the print lost it. */
  travel: 'green' | 'red' | null;
  rag: 'green' | 'red' | null;
};

const row = (
  n: number,
  [previous, target, current]: [Cell, Cell, Cell],
  period: string,
  [travel, rag]: ['green' | 'red' | null, 'green' | 'red' | null],
  frequency: 'monthly' | 'quarterly' = 'monthly',
): PrintedRow => ({ n, previous, target, current, period, frequency, travel, rag });

const q = 'quarterly' as const;

/**
 * Northumberland's printed table of 17 August 2018, figure by figure: 34 colours and 20 statuses, each "Up to date". Of rows 17
 * and 19 one colour of two was read; both would be the same by the rule, so the one read is either.
 */
export const printed: PrintedRow[] = [
  row(1, ['80', '76', '83'], 'Jul 2018', ['red', 'red']),
  row(2, ['81', '80', '81'], 'Jun 2018', ['green', 'green']),
  row(3, ['100', '100', '100'], 'Jun 2018', ['green', 'green']),
  row(4, ['552', '550', '506'], 'Jul 2018', ['green', 'green']),
  row(5, ['216', '190', '167'], 'Jul 2018', ['green', 'green']),
  row(6, ['33', '30', '33'], 'Jul 2018', ['green', 'red']),
  row(7, ['70', '69', '71'], 'Jun 2018', ['green', 'green']),
  row(8, ['98', '96', '99.7'], 'Jul 2018', ['green', 'green']),
  row(9, ['3.5', '2', '0.8'], 'Jul 2018', ['green', 'green']),
  row(10, ['16', '12', '14.3'], 'Jul 2018', ['green', 'red']),
  row(11, ['85', '80', '85'], 'Jan 2018', ['green', 'green'], q),
  row(12, ['55', '50', '55'], 'Jan 2018', ['green', 'red'], q),
  row(13, ['0.19', '0.2', '0.19'], 'Jan 2018', ['green', 'green'], q),
  row(14, ['100', '95', '100'], 'Apr 2018', ['green', 'green'], q),
  row(15, [lost, lost, lost], 'Apr 2018', [null, null], q),
  row(16, ['69', '65', '100'], 'Jun 2018', ['green', 'green']),
  row(17, ['95', '110', '92'], 'Jul 2018', ['red', null]),
  row(18, ['1613', '1613', '1613'], 'Jun 2018', ['green', 'green']),
  row(19, ['854', '854', '854'], 'Apr 2018', ['green', null], q),
  row(20, [lost, lost, lost], 'Jul 2018', [null, null]),
];

/** The printed figures that do not follow from the printed parts; the computed one stands, and a note says so. */
export const corrected: Record<number, string> = { 4: '505' };

/** What measure 15 shows, from its parts (88 of 91), where the printed current figure was lost. */
export const computed: Record<number, string> = { 15: '97' };

/** The cells of the printed table that the public is not shown: small counts of people, and what would give them away. */
export const hiddenCells: Record<number, readonly ('previous' | 'current' | 'travel')[]> = {
  8: ['current'],
  9: ['current'],
  13: ['previous', 'current', 'travel'],
  15: ['current'],
  16: ['current', 'travel'],
};
