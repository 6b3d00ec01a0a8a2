import { dayIn } from '@/lib/bring-in/understanding/cell/day-order';
import { placeOf, proseOf, quoted, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { leadAddress } from '@/lib/bring-in/understanding/cell/lead-names';
import { periodOf, timeWords } from '@/lib/bring-in/understanding/cell/period-words';
import { unitInTitle } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { Place } from '@/lib/bring-in/wish';
import type { Unit } from '@/lib/measure/measure';
import { formatDate, type Period, periodContaining } from '@/lib/time/period';
import type { Cell } from '@/lib/workbook/workbook';
import type { Role } from './heading-patterns';
import { figuresOfRow } from './row-figures';
import { codeFrom, type Explicit, type MeasureRead, type ReadingRead } from './row-read';
import type { UsedRow } from './row-uses';
import { type SheetFrame, wordIn } from './sheet-frame';

/** Reads a row of a council's sheet as what it says of one measure; null where it names none. */
export function readRow(frame: SheetFrame, { row, section }: UsedRow): MeasureRead | null {
  const { asking } = frame.reading;
  const at = (role: Role): { cell: Cell | undefined; place: Place; text: string } | null => {
    for (const { column } of frame.byRole.get(role) ?? []) {
      const text = textOf(row.cells[column]);
      if (text !== '') return { cell: row.cells[column], place: placeOf(frame.name, row.number, column), text };
    }
    return null;
  };
  const [ref, title] = [at('code'), at('title')];
  const named = ref ?? title;
  if (!named) return null;
  const code = codeFrom(ref?.text ?? '', frame.codes) || codeFrom(title?.text ?? '', frame.codes);
  if (code === '') {
    asking.leaveOut(named.place, `${quoted(named.text)} gives no code`);
    return null;
  }
  const fields: Record<string, Explicit> = {};
  const put = (field: string, value: string | null, place: Place) => {
    if (value !== null && value !== '') fields[field] = { value, place };
  };
  for (const field of ['number', 'title', 'definition', 'decimals', 'owner_role', 'source', 'theme'] as const) {
    const found = at(field);
    if (found) put(field, field === 'definition' ? proseOf(found.cell) : found.text, found.place);
  }
  for (const field of ['unit', 'better', 'frequency'] as const) {
    const found = at(field);
    if (found) put(field, wordIn(field, found.text, found.place, asking), found.place);
  }
  const lead = at('owner');
  if (lead) put('owner', leadAddress(lead.text, lead.place, frame.context.people, asking), lead.place);
  const service = at('service');
  const isHere = frame.codes.has(code);
  const own = service ? { value: service.text, place: service.place } : frame.servicesAbove.get(row.number);
  const its = own ?? (isHere ? null : frame.serviceIn(section));
  if (its) put('service', its.value, its.place);
  const theme = frame.themeIn(section);
  if (theme && !fields.theme) put('theme', theme.value, theme.place);
  const period = at('period');
  const time = period ? timeWords(period.text) : null;
  const ofRow = periodOfRow(frame, row.cells, row.number);
  const figures = figuresOfRow(frame, row, ofRow, time && !time.period ? time.year : null);
  if (period) for (const reading of figures.readings) reading.periodPlace = period.place;
  const titleText = title?.text ?? '';
  const read: MeasureRead = {
    place: named.place,
    code: { value: code, place: named.place },
    codeMade: ref === null || codeFrom(ref.text, frame.codes) === '',
    titleText,
    called: ref?.text ?? titleText,
    fields,
    ...figures,
    unitHints: [...figures.unitHints, ...hints(titleText, frame.unit)],
  };
  addWords(frame, row.cells, row.number, read);
  return read;
}

const hints = (title: string, ofSheet: Unit | null): Unit[] =>
  [ofSheet, unitInTitle(title)].filter((unit): unit is Unit => unit !== null);

/** The period that a row names in a column of its own; the sheet's where there is no such column. */
function periodOfRow(frame: SheetFrame, cells: (Cell | undefined)[], number: number): Period | null | 'open' {
  const column = frame.byRole.get('period')?.[0];
  if (!column) return frame.period;
  const cell = cells[column.column];
  const text = textOf(cell);
  if (text === '') return frame.period;
  const place = placeOf(frame.name, number, column.column);
  const { period, year, rest } = timeWords(text);
  const dated =
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{5}$/.test(cell?.kind === 'number' ? cell.value : text) ||
    cell?.kind === 'day';
  if (dated) {
    const day = dayIn(cell, frame.days);
    if ('day' in day) return periodContaining(day.day, { frequency: 'monthly', startMonth: 4 });
    if (day.open) return 'open';
  }
  const its = period && rest === '' ? periodOf(period, year ?? frame.year) : null;
  if (its) return its;
  if (year && !period)
    return periodOf({ frequency: 'annual', month: year.from === 'april' ? 4 : 1, year: year.start }, null);
  frame.reading.asking.leaveOut(place, `${quoted(text)} is no period that we can read`);
  return 'open';
}

/** Puts comments and an action beside the latest reading of a row. */
function addWords(frame: SheetFrame, cells: (Cell | undefined)[], number: number, { readings }: MeasureRead): void {
  const { asking } = frame.reading;
  const latest = readings.reduce<ReadingRead | null>(
    (best, each) => (best === null || each.period.start > best.period.start ? each : best),
    null,
  );
  const words: Record<string, Explicit> = {};
  for (const role of ['comments', 'action', 'action_owner', 'action_due'] as const)
    for (const column of frame.byRole.get(role) ?? []) {
      const cell = cells[column.column];
      if (textOf(cell) === '') continue;
      const place = placeOf(frame.name, number, column.column);
      const value = role === 'action_due' ? dayWords(frame, cell) : proseOf(cell);
      if (latest === null) asking.leaveOut(place, 'words beside a measure that has no figure in this row');
      else if (value === null) asking.leaveOut(place, `${quoted(textOf(cell))} is no day that we can read`);
      else words[role] = { value: withHeading(words[role]?.value, value), place: words[role]?.place ?? place };
    }
  if (latest) Object.assign(latest.fields, words);
}

const withHeading = (before: string | undefined, text: string): string =>
  before === undefined ? text : `${before}\n\n${text}`;

function dayWords(frame: SheetFrame, cell: Cell | undefined): string | null {
  const day = dayIn(cell, frame.days);
  return 'day' in day ? formatDate(day.day) : null;
}
