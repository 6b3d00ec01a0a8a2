import { measureTyped } from '@/lib/bring-in/plan/row/measure-typed';
import type { Wish } from '@/lib/bring-in/wish';
import { type MeasureFacts, polarities, type Unit, unitNames } from '@/lib/measure/measure';
import { parseDay } from '@/lib/time/day-entry';
import { frequencies, windows } from '@/lib/time/period';

/** A measure as far as a file speaks of it. */
export type MeasureInFile = {
  facts: MeasureFacts;
  number: number;
  code: string;
  title: string;
  definition: string;
  whyNoTarget: string | null;
};

const among = <T extends string>(names: readonly T[], text: string | undefined, otherwise: T): T =>
  names.find((name) => name === text) ?? otherwise;

/** Words by which a title shows that its counts are of people. */
const people =
  /\b(?:child|children|young people|young persons?|young offenders?|pupils?|adults?|residents?|people|patients?|carers?|care leavers?|victims?|claimants?|tenants?|babies|infants?|mothers?)\b/i;

const scales: Partial<Record<Unit, number>> = { percent: 100, per_1000: 1000, per_10000: 10_000, per_100000: 100_000 };

/** The measure that a row of a file speaks of; `position` numbers those without a number. */
export function measureInFile({ fields }: Wish, position: number): MeasureInFile {
  const read = measureTyped(fields, {});
  const typed = 'typed' in read ? read.typed : {};
  const unit = among(unitNames, typed.unit, 'number');
  const since = parseDay(typed.since ?? '');
  const title = fields.title ?? fields.code ?? '';
  const window = among(windows, typed.window, 'single');
  const facts: MeasureFacts = {
    unit,
    decimals: Number(/^[0-6]$/.test(typed.decimals ?? '') ? typed.decimals : 0),
    polarity: among(polarities, typed.polarity, 'none'),
    frequency: among(frequencies, typed.frequency, 'monthly'),
    startMonth: Number(/^(?:[1-9]|1[0-2])$/.test(typed.startMonth ?? '') ? typed.startMonth : 4),
    window: window === 'since' && !('day' in since) ? 'single' : window,
    since: 'day' in since ? since.day : null,
    lagDays: 0,
    comparator: 'previous_year',
    scale: /^10{0,5}$/.test(typed.scale ?? '') ? Number(typed.scale) : (scales[unit] ?? 1),
    numeratorLabel: typed.numeratorLabel || null,
    denominatorLabel: typed.denominatorLabel || null,
    countsPeople: typed.countsPeople === 'yes' || (fields.counts_people === undefined && people.test(title)),
    compareAs: 'shown',
    noChangeBand: null,
    outsideHundred: typed.outsideHundred === 'yes',
  };
  const number = Number(fields.number);
  return {
    facts,
    number: Number.isInteger(number) && number > 0 ? number : position,
    code: fields.code ?? '',
    title,
    definition: fields.definition ?? title,
    whyNoTarget: typed.whyNoTarget || null,
  };
}
