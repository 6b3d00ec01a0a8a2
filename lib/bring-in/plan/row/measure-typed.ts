import { comparatorWords, unitWords, windowChoices } from '@/lib/framework/measure-sentences';
import { comparators, polarities, polarityWords, unitNames, units } from '@/lib/measure/measure';
import { newMeasure } from '@/lib/measure/new-measure';
import { frequencies, frequencyWords, windows, windowWords } from '@/lib/time/period';
import { choiceIn, tickIn } from './file-form';

/** The field of the form of a measure for each column of a file. */
const fieldOf: Record<string, string> = {
  number: 'number',
  title: 'title',
  definition: 'definition',
  unit: 'unit',
  decimals: 'decimals',
  better: 'polarity',
  frequency: 'frequency',
  year_begins: 'startMonth',
  covers: 'window',
  since: 'since',
  lag_days: 'lagDays',
  first_period: 'requiredFrom',
  compared_with: 'comparator',
  no_change_within: 'noChangeBand',
  worked_out: 'scale',
  first_number: 'numeratorLabel',
  second_number: 'denominatorLabel',
  why_no_target: 'whyNoTarget',
  source: 'source',
  owner_role: 'ownerRole',
  notes: 'notes',
};
const tickOf: Record<string, string> = {
  counts_people: 'countsPeople',
  outside_hundred: 'outsideHundred',
  compare_stored: 'compareStored',
  digits_follow: 'digitsFollow',
  periods_add_up: 'periodsAddUp',
};

/** The column of each field of the form, and of each field as a sentence calls it. */
export const columnsOfMeasure: Record<string, string> = {
  ...Object.fromEntries(
    [...Object.entries(fieldOf), ...Object.entries(tickOf)].map(([column, field]) => [field, column]),
  ),
  code: 'code',
  service: 'service',
  theme: 'theme',
  'the number': 'number',
  'the title': 'title',
  'the definition': 'definition',
  'the unit': 'unit',
  'the decimals': 'decimals',
  'which way is better': 'better',
  'how often': 'frequency',
  'the first month of its year': 'year_begins',
  'what a figure covers': 'covers',
  'the day since which it counts': 'since',
  'the days until it is due': 'lag_days',
  'the first period': 'first_period',
  'what it is compared with': 'compared_with',
  'the difference that is no change': 'no_change_within',
  'how it is worked out': 'worked_out',
  'the name of the first number': 'first_number',
  'the name of the second number': 'second_number',
  'whether it counts people': 'counts_people',
  'whether it may leave 0 to 100': 'outside_hundred',
  'how it is compared': 'compare_stored',
  'whether printed digits follow the figure': 'digits_follow',
  'whether its periods add up': 'periods_add_up',
  'why it has no target': 'why_no_target',
  'where its figures come from': 'source',
  'who answers for it': 'owner_role',
  'the notes': 'notes',
  'the theme': 'theme',
};

/** What a new measure has where the file is silent, or leaves the cell empty; a form asks what a figure covers. */
const defaults: Record<string, string> = { ...newMeasure, window: 'single' };

/** Fields that are never empty: an empty cell of theirs says nothing. */
const neverEmpty = ['number', ...Object.keys(defaults)];

const choices: Record<string, (text: string) => string> = {
  unit: (text) =>
    choiceIn(text, unitNames, (unit) => [units[unit].column, unitWords(unit), ...(units[unit].noun ?? [])]),
  polarity: (text) =>
    choiceIn(text, polarities, (each) => [polarityWords[each], ...(each === 'none' ? ['neither'] : [])]),
  frequency: (text) =>
    choiceIn(text, frequencies, (each) => [frequencyWords[each], ...(each === 'annual' ? ['yearly'] : [])]),
  window: (text) =>
    choiceIn(text, windows, (each) => [
      windowChoices[each],
      windowWords[each] ?? '',
      ...(each === 'single' ? ['single period'] : []),
    ]),
  comparator: (text) => choiceIn(text, comparators, (each) => [comparatorWords[each]]),
  scale: (text) =>
    text
      .replace(/^[×x*]\s*/i, '')
      .replace(/,(?=\d{3}\b)/g, '')
      .slice(0, 40),
};

/**
 * The fields of the form of a measure as the file fills them over what is there; or the cell that is neither yes nor no. What the
 * file does not speak of stays.
 */
export function measureTyped(
  fields: Record<string, string>,
  here: Record<string, string>,
): { typed: Record<string, string> } | { problem: string; column: string } {
  const typed: Record<string, string> = {};
  for (const field of Object.values(fieldOf)) typed[field] = here[field] ?? defaults[field] ?? '';
  for (const [column, field] of Object.entries(fieldOf)) {
    const text = fields[column]?.trim();
    if (text === undefined || (text === '' && neverEmpty.includes(field))) continue;
    typed[field] = choices[field]?.(text) ?? text;
  }
  for (const [column, field] of Object.entries(tickOf)) {
    const text = fields[column];
    const tick = text === undefined ? (here[field] === 'yes' ? 'yes' : 'no') : tickIn(text);
    if (tick === null) return { problem: `“${(text ?? '').slice(0, 40)}” is neither yes nor no.`, column };
    if (tick === 'yes') typed[field] = tick;
  }
  return { typed };
}
