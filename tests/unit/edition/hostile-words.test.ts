import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { editionPaper } from '@/lib/paper/edition-paper';
import { canonical } from '@/lib/record/canonical';
import { publicReading } from '@/lib/series/public-measure';
import { publishedReading } from '@/lib/series/published-reading';
import { countedMeasure } from '../../support/disclosure/random-service';
import { exportsOf } from '../../support/open-data/measure-file';
import { awkwardTexts } from '../../support/paper/awkward-texts';
import { paperSourceOf } from '../../support/paper/paper-council';
import { cellTexts, tableWith } from '../../support/paper/paper-words';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
const council = { name: 'Testshire', areaCode: null, licence: null };
const figures = { numerator: '4', denominator: '389' };
const [hidden] = hiddenOf([countedMeasure('bus-01', { decimals: 1 }, [{ start: '2018-07-01', ...figures }])], []) as [
  HiddenMeasure,
];

const hostile: [string, string][] = [
  ...awkwardTexts.map((text): [string, string] => [text.slice(0, 30), text]),
  ['a hundred thousand digits', '4'.repeat(100_000)],
  ['what a hidden part looks like', '{"hidden":null,"numerator":"4","value":"1.0","parts":[]}'],
  ['the marker itself', '[c] [x] hidden: false, Hidden, because it could tell of 1 to 5 people.'],
  ['lines and columns of a file', 'a",4,389,1.0\r\n"csc-09",4,389\tb'],
  ['writing from right to left', '\u202e4 of 389\u202c \u2067drawn\u2069'],
  ['digits of other scripts', '４ of ٣٨٩ and 𝟒'],
  ['brackets in brackets', '('.repeat(20_000) + ')'.repeat(20_000)],
];

/** Everything public of a measure of which 4 of 389 are hidden, its words taken out wherever they stand for themselves. */
function publicWithout(comments: string | null): string {
  const record = recordOf({
    unit: 'percent',
    decimals: 1,
    countsPeople: true,
    readings: [signed('2018-07-01', null, { missing: null, ...figures, comments })],
  });
  const { row, sheet } = freezePublicMeasure(record, cut, hidden);
  const readings = record.readings.map((each) => publishedReading(record, publicReading(record, each, hidden)));
  const files = exportsOf(row, sheet, readings, council).flatMap((file) => {
    if (!file.startsWith('bus-01')) return [];
    const lines: string[][] = parse(file);
    return lines.map((cells) => cells.filter((cell) => !isWords(cell, comments)));
  });
  const paper = editionPaper(paperSourceOf([row]));
  const table = tableWith(paper, 'Against target').rows.map(cellTexts);
  const wordless = {
    row: { ...row, comments: null, told: null },
    readings: readings.map((each) => ({ ...each, comments: null })),
  };
  return canonical(JSON.parse(JSON.stringify({ ...wordless, sheet, files, table })));
}

/** Whether a cell is the words of the reading, marked as text or not. */
const isWords = (cell: string, comments: string | null): boolean =>
  cell === '' || (comments !== null && cell.replace(/^'/, '') === comments);

describe('words that could be taken for more than words change nothing of what is hidden', () => {
  const plain = publicWithout('The panel met.');

  test.each(hostile)('%s', (_, text) => {
    expect(publicWithout(text)).toBe(plain);
    expect(plain).toContain('it could tell of 1 to 5 people');
    expect(plain).not.toMatch(/"4"|"1\.0|1\.03/);
  });
});
