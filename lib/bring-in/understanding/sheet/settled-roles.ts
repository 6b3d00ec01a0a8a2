import { textOf } from '@/lib/bring-in/understanding/cell/grid';
import type { Row } from '@/lib/workbook/workbook';
import type { SheetColumn } from './columns-of-sheet';
import type { Role } from './heading-patterns';

/** Roles that several columns of a sheet may have. */
const repeated: Role[] = [
  'left_out',
  'reading',
  'year_before',
  'target',
  'outturn',
  'comments',
  'first_number',
  'second_number',
  'both_numbers',
];

/** As many rows as show what stands in a column. */
const looked = 60;

/** The roles of the columns beside each other: each sheet has one title, one code, one lead. */
export function settledRoles<C extends SheetColumn>(columns: C[], data: Row[]): C[] {
  const rows = data.slice(0, looked);
  const texts = (column: number) => rows.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
  const visible = columns.filter(({ hidden }) => !hidden);
  const titles = visible.filter(({ role }) => role === 'title');
  const best = titles.find(({ heading }) => !/description/i.test(heading)) ?? titles[0];
  const hasCode = visible.some(({ role }) => role === 'code');
  const shortest = titles.length > 1 && !hasCode ? titles.find(({ column }) => isCodes(texts(column))) : undefined;
  const title = shortest && best === shortest ? (titles.find((each) => each !== shortest) ?? best) : best;
  const spare =
    title ?? visible.find(({ column, role, known }) => !known && role === 'left_out' && isWords(texts(column)));
  const seen = new Set<Role>();
  return columns.map((each) => {
    if (each.hidden) return each;
    if (each === spare) return { ...each, role: 'title', why: null, known: true };
    if (each.role === 'better' && /^aim$/i.test(each.heading) && isFigures(texts(each.column)))
      return { ...each, role: 'target' };
    if (each === shortest) return { ...each, role: 'code', why: null, known: true };
    if (each.role === 'title')
      return /description/i.test(each.heading) ? { ...each, role: 'definition' } : second(each);
    if (each.role === 'row_kind' && !isKinds(texts(each.column)))
      return { ...each, role: 'left_out', why: 'a heading that we do not know', known: false };
    if (each.role === 'period' && each.word) return each;
    if (repeated.includes(each.role)) return each;
    if (seen.has(each.role)) return second(each);
    seen.add(each.role);
    return each;
  });
}

const second = <C extends SheetColumn>(column: C): C => ({
  ...column,
  role: 'left_out',
  why: 'a second column of its kind',
});

/** Whether texts are words of people rather than figures or marks. */
const isWords = (texts: string[]): boolean =>
  texts.length > 0 && texts.filter((text) => /\p{L}{3}/u.test(text)).length > texts.length / 2;

const isFigures = (texts: string[]): boolean =>
  texts.length > 0 && texts.filter((text) => /^[-(£<>≤≥=]*\s?\d/.test(text)).length > texts.length / 2;

const isCodes = (texts: string[]): boolean =>
  texts.length > 0 && texts.every((text) => text.length <= 12 && /\d/.test(text) && !/\s\S+\s/.test(text));

/** What a row is that names itself. */
export const rowKindIn = (text: string): 'reading' | 'target' | 'outturn' | null => {
  const word = text.trim().toLowerCase();
  if (/^(?:actuals?|act|result|performance|figure|value|achieved)$/.test(word)) return 'reading';
  if (/^(?:targets?|tgt|plan|goal|profile)$/.test(word)) return 'target';
  return null;
};

const isKinds = (texts: string[]): boolean =>
  texts.length > 0 && texts.filter((text) => rowKindIn(text) !== null).length > texts.length / 2;
