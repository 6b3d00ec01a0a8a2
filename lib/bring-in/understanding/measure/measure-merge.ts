import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { plainWords, quoted } from '@/lib/bring-in/understanding/cell/grid';
import { atOnce, type Steps } from '@/lib/bring-in/understanding/cell/steps';
import type { MeasureRead, OutturnRead } from '@/lib/bring-in/understanding/sheet/row-read';

/** Joins what rows and sheets say of the same measure; two titles under one code on one sheet are asked about. */
export function* mergedMeasures(
  reads: MeasureRead[],
  known: ReadonlySet<string>,
  asking: Asking,
): Steps<Map<string, MeasureRead>> {
  const merged = new Map<string, MeasureRead>();
  const codes = new Set([...known, ...reads.map(({ code }) => code.value)]);
  for (const [index, read] of reads.entries()) {
    if (index % atOnce === 0) yield;
    const slip = askAboutSlip(read, codes, asking);
    const code = slip === null ? null : settledCode({ ...read, code: { ...read.code, value: slip } }, merged, asking);
    if (code === null) continue;
    const before = merged.get(code);
    merged.set(code, before ? joined(before, read, asking) : { ...read, code: { ...read.code, value: code } });
  }
  return merged;
}

/** The code of a row, or the one that it would be with a zero for its letter O, where another row or the council has that. */
function askAboutSlip({ code, place, called }: MeasureRead, codes: ReadonlySet<string>, asking: Asking): string | null {
  const zeros = code.value.replace(/o(?=\d)|(?<=\d)o/g, '0');
  if (zeros === code.value || !codes.has(zeros)) return code.value;
  const answer = asking.ask(
    {
      id: `code:${place.sheet}!${place.column}${place.row}`,
      sentence: `${quoted(called)} has the letter O in it. Is it ${zeros}?`,
      gloss: 'There is a measure with a zero in its place.',
      choices: [
        { value: 'same', label: `yes, ${zeros}` },
        { value: 'another', label: `no, another measure, ${code.value}` },
      ],
    },
    [place],
  );
  if (answer === null)
    asking.leaveOut({ ...place, column: '' }, 'its code has a letter O, and may be that of another row');
  return answer === null ? null : answer === 'same' ? zeros : code.value;
}

/** The code under which a row counts; null where it is left out, or what it means is open. */
function settledCode(read: MeasureRead, merged: Map<string, MeasureRead>, asking: Asking): string | null {
  const code = read.code.value;
  const before = merged.get(code);
  const { sheet, row } = read.place;
  if (!before || before.place.sheet !== sheet || plainWords(before.titleText) === plainWords(read.titleText))
    return code;
  if (read.titleText === '' || before.titleText === '') return code;
  const other = freeCode(code, merged);
  const answer = asking.ask(
    {
      id: `code:${sheet}!${row}`,
      sentence: `Rows ${before.place.row} and ${row} both have the code ${quoted(code)}. What is row ${row}?`,
      gloss: `It is called ${quoted(read.titleText)}; row ${before.place.row} is called ${quoted(before.titleText)}.`,
      choices: [
        { value: 'another', label: `another measure, with the code ${other}` },
        { value: 'same', label: 'the same measure' },
        { value: 'left_out', label: 'leave it out' },
      ],
    },
    [read.place],
  );
  if (answer === 'another') return other;
  if (answer !== 'same')
    asking.leaveOut(
      { sheet, row, column: '' },
      answer === null ? 'its code is that of another row' : 'left out as you chose',
    );
  return answer === 'same' ? code : null;
}

function freeCode(code: string, merged: Map<string, MeasureRead>): string {
  let number = 2;
  while (merged.has(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
}

/** What both say, the earlier first; a field of the later that differs is named. */
function joined(before: MeasureRead, read: MeasureRead, asking: Asking): MeasureRead {
  for (const [field, { value, place }] of Object.entries(read.fields)) {
    const kept = before.fields[field];
    if (kept && kept.value !== value)
      asking.leaveOut(
        place,
        `row ${kept.place.row}${kept.place.sheet === place.sheet ? '' : ` of ${quoted(kept.place.sheet)}`} says ${quoted(kept.value)} of the same measure`,
      );
  }
  before.fields = { ...read.fields, ...before.fields };
  before.readings.push(...read.readings);
  before.targets.push(...read.targets);
  for (const outturn of read.outturns) addOutturn(before, outturn, asking);
  before.unitHints.push(...read.unitHints.filter((unit) => !before.unitHints.includes(unit)));
  before.decimals = Math.max(before.decimals, read.decimals);
  before.awaited ??= read.awaited;
  return before;
}

/** The outturn of a year once; another figure for the same year is named. */
function addOutturn({ outturns }: MeasureRead, outturn: OutturnRead, asking: Asking): void {
  const kept = outturns.find(({ year }) => year === outturn.year);
  if (!kept) outturns.push(outturn);
  else if (kept.figure !== outturn.figure)
    asking.leaveOut(
      outturn.place,
      `${kept.place.column}${kept.place.row} says ${quoted(kept.figure)} of the same year`,
    );
}
