import { textOf } from '@/lib/bring-in/understanding/cell/grid';
import { nameOf } from '@/lib/bring-in/understanding/cell/lead-names';
import { periodField, periodName } from '@/lib/bring-in/understanding/cell/period-words';
import { polarityIn } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { ColumnMeaning } from '@/lib/bring-in/understanding-shape';
import { capital, listed } from '@/lib/text/number-in-words';
import { parseMonth } from '@/lib/time/month-entry';
import { frequencyWords } from '@/lib/time/period';
import { outturnYear, targetStart } from './column-year';
import type { SheetColumn } from './columns-of-sheet';
import { roleChoices, roleWords } from './heading-patterns';
import type { UsedRow } from './row-uses';
import type { SheetFrame } from './sheet-frame';

/** What each column was understood as; columns of periods that share a key are one. */
export function columnMeanings(columns: SheetColumn[], frame: SheetFrame, data: UsedRow[]): ColumnMeaning[] {
  const groups = new Map<string, SheetColumn[]>();
  for (const column of columns) groups.set(column.key, [...(groups.get(column.key) ?? []), column]);
  return [...groups].map(([key, group]) => {
    const [first, last] = [group[0] as SheetColumn, group.at(-1) as SheetColumn];
    const marks = marksIn(first, data);
    return {
      key,
      letters: first === last ? first.letters : `${first.letters}–${last.letters}`,
      heading: first === last ? `${first.heading}${marks}` : headingOfGroup(first.heading, last.heading),
      role: first.role,
      meaning: meaningOf(first, last, frame, data),
      choices: roleChoices,
    };
  });
}

/** The headings of columns side by side: 'Apr to Jun 2018/19', where a year stands above them. */
function headingOfGroup(first: string, last: string): string {
  const [year = '', ...words] = first.split(' ');
  const isAbove = /\d{2}/.test(year) && words.length > 0 && last.startsWith(`${year} `);
  return isAbove ? `${words.join(' ')} to ${last.slice(year.length + 1)} ${year}` : `${first} to ${last}`;
}

/** A few of the words that a column of polarities or leads has. */
function marksIn({ role, column }: SheetColumn, data: UsedRow[]): string {
  if (role !== 'better' && role !== 'owner') return '';
  const texts = [...new Set(data.map(({ row }) => textOf(row.cells[column])).filter((text) => text !== ''))];
  const some = texts.slice(0, 3);
  if (role === 'better') return some.every((text) => text.length < 3) && some.length > 0 ? ` ${some.join(' ')}` : '';
  return some.length > 0 && texts.length < 4 ? ` ${some.map((text) => `“${text}”`).join(', ')}` : '';
}

function meaningOf(first: SheetColumn, last: SheetColumn, frame: SheetFrame, data: UsedRow[]): string {
  const { role, why } = first;
  switch (role) {
    case 'left_out':
      return `Left out: ${why ?? 'not understood'}`;
    case 'outturn':
      return `Outturn of ${outturnYear(frame, first)}`;
    case 'target': {
      const better = frame.byRole.get('better')?.[0];
      const rows = !first.period && !first.year && frame.byRole.has('period');
      const start = rows ? null : laterStart(targetStart(frame, first, frame.period), frame);
      return `Target from ${start === null ? 'the period of its row' : start}: ${better ? `at least or at most, after column ${better.letters}` : 'at least or at most, by which way is better'}`;
    }
    case 'reading':
      return readingMeaning(first, last, frame, data);
    case 'owner':
      return ownerMeaning(first, frame, data);
    case 'better':
      return betterMeaning(first, data);
    default:
      return roleWords[role];
  }
}

/** The month from which a new measure's target holds: no measure begins before the first of its sheet's periods. */
function laterStart(start: string, { columns }: SheetFrame): string {
  const month = parseMonth(start);
  const periods = columns.flatMap(({ role, period }) => (role === 'reading' && period ? [period] : []));
  const [first] = periods.toSorted((one, two) => one.start.localeCompare(two.start));
  // A sheet of one period may be one of several, whose first has the target already.
  return first && periods.length > 1 && 'start' in month && first.start > month.start ? periodField(first) : start;
}

function readingMeaning(first: SheetColumn, last: SheetColumn, frame: SheetFrame, data: UsedRow[]): string {
  const provisional = data.some(({ row }) =>
    row.cells.some(
      (cell, column) => column >= first.column && column <= last.column && /\d\s?[([]p[)\]]$/i.test(textOf(cell)),
    ),
  );
  const mark = provisional ? '; “(p)” is provisional' : '';
  const period = first.period ?? (first.word ? null : frame.period);
  if (first !== last && first.word) return `Readings, ${frequencyWords[first.word.frequency].toLowerCase()}${mark}`;
  if (period) return `Readings of ${periodName(period)}${mark}`;
  const column = frame.byRole.get('period')?.[0];
  return `${column ? `Readings of the period in column ${column.letters}` : 'Readings of a period that is not known yet'}${mark}`;
}

/** Leads who are found are named, up to a few. */
function ownerMeaning({ column }: SheetColumn, { context }: SheetFrame, data: UsedRow[]): string {
  const texts = [...new Set(data.map(({ row }) => textOf(row.cells[column])).filter((text) => text !== ''))];
  if (texts.length !== 1) return roleWords.owner;
  const typed = texts[0] as string;
  const initials = (name: string) =>
    name
      .split(/\s+/)
      .map((word) => word[0])
      .join('');
  const named = context.people.filter(({ name, email }) =>
    [name, email, initials(name)].some((each) => each.toLowerCase() === typed.toLowerCase()),
  );
  return named.length === 1
    ? `${nameOf((named[0] as { email: string }).email, context.people)}, data owner`
    : roleWords.owner;
}

function betterMeaning({ column }: SheetColumn, data: UsedRow[]): string {
  const found = new Set(data.map(({ row }) => polarityIn(textOf(row.cells[column]))));
  const parts = [
    found.has('higher') && 'more is better',
    found.has('lower') && 'less is better',
    found.has('nearest') && 'nearer to the target is better',
    found.has('none') && 'neither is better',
  ].filter((part): part is string => part !== false);
  return parts.length === 0 ? roleWords.better : capital(parts.length === 2 ? parts.join(', ') : listed(parts));
}
