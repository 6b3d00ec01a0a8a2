import { proseOf, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { periodField, periodOf, timeWords } from '@/lib/bring-in/understanding/cell/period-words';
import { frequencyIn, polarityIn, reasonIn, unitIn } from '@/lib/bring-in/understanding/cell/word-meanings';
import { missingReasons, missingWords } from '@/lib/figure/missing-reason';
import { comparatorWords, windowChoices } from '@/lib/framework/measure-sentences';
import { comparators, polarities, polarityWords, unitNames } from '@/lib/measure/measure';
import { roles } from '@/lib/people/person';
import { roleWords } from '@/lib/people/role-words';
import { releases } from '@/lib/reading/workflow';
import { shapes } from '@/lib/target/target';
import { yearLabel } from '@/lib/time/council-year';
import { formatMonth, monthName } from '@/lib/time/day';
import { monthOf } from '@/lib/time/day-entry';
import { formatDate, frequencies, windows, windowWords } from '@/lib/time/period';
import type { Cell } from '@/lib/workbook/workbook';
import { plain } from './our-headings';

/** The name among these that a text is, or that one of its words says; null for none. */
const chosen = <T extends string>(text: string, names: readonly T[], words: (name: T) => (string | null)[]): T | null =>
  names.find((name) =>
    [name, ...words(name)].some((word) => word !== null && word !== '' && plain(word) === plain(text)),
  ) ?? null;

const yesNo = (text: string): string => {
  if (/^(?:yes|y|true|x|✓|1)$/i.test(text)) return 'yes';
  return /^(?:no|n|false|0)$/i.test(text) ? 'no' : text;
};

const markIn = (text: string): string => {
  if (/^\[?\(?p\)?\]?$|^provisional$/i.test(text)) return 'provisional';
  return reasonIn(text) ?? chosen(text, missingReasons, (reason) => [missingWords[reason].title]) ?? text;
};

/** The words that people read in a column of ours, as what a form takes. */
const words: Record<string, (text: string) => string> = {
  publishes: (text) => chosen(text, releases, (release) => [`by ${release}`]) ?? text,
  roles: (text) =>
    text
      .split(/[;,]/)
      .map((part) => chosen(part.trim(), roles, (role) => [roleWords[role].name]) ?? part.trim())
      .filter((part) => part !== '')
      .join('; '),
  unit: (text) => chosen(text, unitNames, () => []) ?? unitIn(text) ?? text,
  better: (text) => chosen(text, polarities, (each) => [polarityWords[each]]) ?? polarityIn(text) ?? text,
  frequency: (text) => chosen(text, frequencies, () => []) ?? frequencyIn(text) ?? text,
  covers: (text) =>
    chosen(text, windows, (each) => [
      windowChoices[each],
      windowWords[each],
      each === 'single' ? 'single period' : null,
    ]) ?? text,
  compared_with: (text) => chosen(text, comparators, (each) => [comparatorWords[each]]) ?? text,
  worked_out: (text) => text.replace(/^[×x*]\s*/i, '').replace(/,(?=\d{3}\b)/g, ''),
  year_begins: (text) => (monthOf(text) > 0 ? String(monthOf(text)) : text),
  shape: (text) => chosen(text, shapes, (each) => (each === 'none' ? ['watched', 'no target'] : [])) ?? text,
  mark: markIn,
  standing: (text) => text.toLowerCase(),
  year: yearIn,
  alike: yesNo,
  period: (text) => {
    const { period, year, rest } = timeWords(text);
    const its = period && rest === '' ? periodOf(period, year) : null;
    if (its) return periodField(its);
    return year && !period && rest === '' ? `${monthName(year.from === 'april' ? 4 : 1)} ${year.start}` : text;
  },
};

/** A year by its name: 2017/18 for the council's, 2017 for that of the calendar. */
function yearIn(text: string): string {
  const { year, period, rest } = timeWords(text);
  if (!year || period || rest !== '') return text;
  return year.from === 'april' ? yearLabel(year.start) : String(year.start);
}

const ticks = ['counts_people', 'outside_hundred', 'compare_stored', 'digits_follow', 'periods_add_up'];
const days = ['since', 'decided_on', 'from_day', 'until_day', 'expected_on', 'action_due', 'published_on'];
const months = ['first_period', 'from', 'period'];
const prose = ['definition', 'comments', 'action', 'notice', 'note'];

/** A cell of a sheet of ours as the text that a form takes. */
export function ownText(name: string, cell: Cell | undefined): string {
  if (!cell) return '';
  const isDay = days.includes(name) || /^action_\d+_due$/.test(name);
  if (cell.kind === 'day' && (isDay || months.includes(name)))
    return isDay ? formatDate(cell.value.slice(0, 10)) : formatMonth(cell.value);
  if (cell.kind === 'truth' || ticks.includes(name)) return yesNo(cell.kind === 'truth' ? cell.value : textOf(cell));
  if (cell.kind === 'number') return cell.percent ? percentOf(cell) : (words[name]?.(cell.value) ?? cell.value);
  const text = prose.includes(name) ? proseOf(cell) : textOf(cell);
  return text === '' ? '' : (words[name]?.(text) ?? text);
}

const percentOf = ({ value }: Cell): string => {
  const [integer = '', decimals = ''] = value.replace('-', '').split('.');
  const digits = `${integer}${decimals.padEnd(2, '0')}`;
  const at = integer.length + 2;
  const [before, after] = [digits.slice(0, at).replace(/^0+(?=\d)/, ''), digits.slice(at).replace(/0+$/, '')];
  return `${value.startsWith('-') ? '-' : ''}${before}${after ? `.${after}` : ''}%`;
};
