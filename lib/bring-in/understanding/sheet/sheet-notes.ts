import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { type DecimalSign, signEvidence } from '@/lib/bring-in/understanding/cell/decimal-sign';
import { type Grid, placeOf, quoted } from '@/lib/bring-in/understanding/cell/grid';
import { unitInTitle } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { Meaning } from '@/lib/bring-in/understanding-shape';
import { unitWords } from '@/lib/framework/measure-sentences';
import { numberOf } from '@/lib/text/number-in-words';
import type { MeasureRead } from './row-read';
import type { UsedRow } from './row-uses';
import type { SheetFrame } from './sheet-frame';

/** The decimal sign of figures that are text: decided where the sheet shows it beyond doubt, else asked. */
export function decimalSign(
  grid: Grid,
  data: UsedRow[],
  asking: Asking,
): { sign: DecimalSign; meaning: Meaning | null } {
  const { comma, strong, point } = signEvidence(
    grid,
    data.map(({ row }) => row),
  );
  const first = comma[0];
  if (!first || point) return { sign: 'point', meaning: null };
  const choices = [
    { value: 'comma', label: 'decimals, as in 12,5 for twelve and a half' },
    { value: 'point', label: 'nothing that can be used: such figures are mended one by one' },
  ];
  const sentence = `What stands after the comma of ${quoted(first.text)}?`;
  const known = strong && !Object.hasOwn(asking.answers, 'decimal');
  const gloss = 'Here a comma stands before groups of three digits, and a point before decimals.';
  const answer = known
    ? 'comma'
    : asking.ask(
        { id: 'decimal', sentence, gloss, choices },
        comma.map(({ row, column }) => placeOf(grid.name, row, column)),
      );
  const sign = answer === 'comma' ? 'comma' : 'point';
  return {
    sign,
    meaning: {
      key: 'decimal',
      words: quoted(first.text),
      meaning: sign === 'comma' ? 'A comma stands before decimals' : 'A comma does not stand before decimals',
      choices,
    },
  };
}

/** The unit that the titles of a sheet give to its figures. */
export const unitMeaning = (unit: SheetFrame['unit'], titles: string[]): Meaning | null =>
  unit === null
    ? null
    : {
        key: '',
        words: quoted(titles.find((title) => unitInTitle(title) === unit) ?? titles.join(' ')),
        meaning: unitWords(unit),
        choices: [],
      };

/** Formulas, whose last results are taken. */
export function formulas({ rows }: Grid): Meaning | null {
  const count = rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell?.formula).length, 0);
  if (count === 0) return null;
  const meaning = `What ${count === 1 ? 'it' : 'they'} came to when the file was saved is taken`;
  return { key: '', words: numberOf(count, 'formula'), meaning, choices: [] };
}

/** What is made of the words of new measures, since no column of the sheet says it. */
export function madeOfTitles(measures: MeasureRead[], codes: ReadonlySet<string>): Meaning[] {
  const made = measures.filter(({ code }) => !codes.has(code.value));
  const meaningOf = (words: string, meaning: string, some: MeasureRead[]): Meaning[] =>
    some.length === 0 ? [] : [{ key: '', words, meaning, choices: [] }];
  const [byTitle, byRef] = [made.filter(({ codeMade }) => codeMade), made.filter(({ codeMade }) => !codeMade)];
  const example = ({ called, code }: MeasureRead) => `${quoted(called)} is ${code.value}`;
  return [
    ...meaningOf('Codes', `References in lower case: ${byRef[0] ? example(byRef[0]) : ''}`, byRef),
    ...meaningOf(
      'Codes',
      `Made of titles, where there is no reference: ${byTitle[0] ? example(byTitle[0]) : ''}`,
      byTitle,
    ),
    ...meaningOf(
      'Definitions',
      'The title stands for the definition until somebody writes one',
      made.filter(({ fields }) => !fields.definition),
    ),
  ];
}
