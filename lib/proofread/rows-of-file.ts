import { proseOf } from '@/lib/bring-in/understanding/cell/grid';
import type { SheetMeaning } from '@/lib/bring-in/understanding-shape';
import type { Place, Wish } from '@/lib/bring-in/wish';
import type { KnownFigure } from '@/lib/commentary/reading-text';
import type { Figures } from '@/lib/figure/computed-value';
import type { MissingReason } from '@/lib/figure/missing-reason';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Target } from '@/lib/target/target';
import type { Period } from '@/lib/time/period';
import { columnLetters, type Row, type Workbook } from '@/lib/workbook/workbook';
import {
  comparatorIn,
  earlierFigure,
  figuresIn,
  missingIn,
  outturnIn,
  periodIn,
  targetIn,
  targetStart,
} from './figures-in-file';
import { type MeasureInFile, measureInFile } from './measure-in-file';
import { partsInWords } from './parts-in-words';
import { type PrintedSigns, printedSigns } from './printed-signs';
import type { SettledFile } from './settled-file';

/** A reading as a file has it, with its words. */
export type RowOfFile = {
  place: Place;
  fields: Wish['fields'];
  measure: MeasureInFile;
  period: Period | null;
  figures: Figures;
  missing: MissingReason | null;
  target: Target | null;
  outturns: KnownFigure[];
  benchmarks: KnownFigure[];
  earlier: KnownFigure[];
  before: string | null;
  signs: PrintedSigns;
};

type Sheets = { rowAt: (place: Place) => Row | undefined; meaningAt: (place: Place) => SheetMeaning | undefined };

function sheetsOf(workbook: Workbook, meanings: SheetMeaning[]): Sheets {
  const rows = new Map(workbook.sheets.map(({ name, rows }) => [name, new Map(rows.map((row) => [row.number, row]))]));
  const byName = new Map(meanings.map((meaning) => [meaning.name, meaning]));
  return {
    rowAt: ({ sheet, row }) => rows.get(sheet)?.get(row),
    meaningAt: ({ sheet }) => byName.get(sheet),
  };
}

const wordRoles = ['comments', 'action'];

/** The words of a row whose measure has no figure in it: understanding leaves them out, a reader would not. */
function wordsWithoutFigure({ rowAt, meaningAt }: Sheets, place: Place): Wish['fields'] {
  const row = rowAt(place);
  const fields: Wish['fields'] = {};
  for (const { letters, role } of meaningAt(place)?.columns ?? [])
    if (wordRoles.includes(role)) fields[role] = proseOf(row?.cells.find((_, at) => columnLetters(at) === letters));
  return fields;
}

const byMeasure = (wishes: Wish[], kind: Wish['kind']): Map<string, Wish[]> => {
  const found = new Map<string, Wish[]>();
  for (const wish of wishes)
    if (wish.kind === kind) {
      const code = wish.fields.measure ?? '';
      found.set(code, [...(found.get(code) ?? []), wish]);
    }
  return found;
};

/** The rows of a file that have words, or are the latest of their measure, each with all that the file knows beside it. */
export function rowsOfFile(workbook: Workbook, { understanding }: SettledFile): RowOfFile[] {
  const { wishes, leftOut, sheets } = understanding;
  const at = sheetsOf(workbook, sheets);
  const [targets, outturns] = [byMeasure(wishes, 'target'), byMeasure(wishes, 'outturn')];
  const [readings, comparators] = [byMeasure(wishes, 'reading'), byMeasure(wishes, 'comparator')];
  const wordless = new Map(
    leftOut
      .filter(({ why }) => why.startsWith('words beside a measure that has no figure'))
      .map(({ place }) => [`${place.sheet} ${place.row}`, place]),
  );
  return wishes
    .filter(({ kind }) => kind === 'measure')
    .flatMap((wish, index) => {
      const measure = measureInFile(wish, index + 1);
      const { facts, code } = measure;
      const own = (readings.get(code) ?? [])
        .map(({ fields, place }) => ({ fields, place, period: periodIn(fields, facts) }))
        .sort((one, two) => (two.period?.start ?? '').localeCompare(one.period?.start ?? ''));
      const place = own.length === 0 ? wordless.get(`${wish.place.sheet} ${wish.place.row}`) : undefined;
      const all = place
        ? [
            {
              fields: wordsWithoutFigure(at, place),
              place,
              period: periodIn({ period: wish.fields.first_period ?? '' }, facts),
            },
          ]
        : own;
      const figures = all.map(({ fields }) => figuresBeside(fields, facts));
      return all.flatMap(({ fields, place: its, period }, nth): RowOfFile[] => {
        const hasWords = Boolean(fields.comments?.trim() || fields.action?.trim());
        if (!hasWords && nth > 0) return [];
        const row = at.rowAt(its);
        return [
          {
            place: its,
            fields,
            measure,
            period,
            figures: figures[nth] ?? figuresBeside(fields, facts),
            missing: missingIn(fields),
            target: targetAt(targets.get(code) ?? [], period, measure),
            outturns: (outturns.get(code) ?? []).flatMap((each) => outturnIn(each.fields, facts) ?? []),
            benchmarks: (comparators.get(code) ?? []).flatMap((each) => comparatorIn(each.fields, facts) ?? []),
            earlier: all.slice(nth + 1, nth + 25).flatMap(({ period: earlier }, after) => {
              const its = figures[nth + 1 + after];
              return earlier && its ? [earlierFigure(earlier, its, facts)] : [];
            }),
            before: all[nth + 1]?.fields.comments?.trim() || null,
            signs: row ? printedSigns(row, at.meaningAt(its)?.columns ?? []) : { performance: null, travel: null },
          },
        ];
      });
    });
}

/** The figures of a row, with the two numbers that stand in its words where it has no columns for them. */
function figuresBeside(fields: Wish['fields'], facts: MeasureFacts): Figures {
  const figures = figuresIn(fields, facts);
  const hasParts = figures.numerator !== null || figures.denominator !== null;
  const parts = hasParts ? null : partsInWords(fields.comments ?? '', figures, facts);
  return parts ? { ...parts, value: figures.value } : figures;
}

/** The latest target that holds in a period. */
function targetAt(targets: Wish[], period: Period | null, { facts }: MeasureInFile): Target | null {
  const inForce = targets
    .filter(({ fields }) => period === null || targetStart(fields) <= period.start)
    .sort((one, two) => targetStart(two.fields).localeCompare(targetStart(one.fields)));
  const [wish] = inForce;
  return wish ? targetIn(wish.fields, facts) : null;
}
