import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionsIn } from '@/lib/proofread/action-in-file';
import { markedWords } from '@/lib/proofread/found-stretches';
import { partsInWords } from '@/lib/proofread/parts-in-words';
import { polarityBySigns } from '@/lib/proofread/polarity-by-signs';
import { printedSigns } from '@/lib/proofread/printed-signs';

const percent = { scale: 100, decimals: 0 };
const typed = (value: string) => ({ value, numerator: null, denominator: null });

test('216 of 267 in the words is the two numbers of 81%; 216 of 300 is not', () => {
  const found = { numerator: '216', denominator: '267' };
  expect(partsInWords('It was 216 out of 267 children.', typed('81'), percent)).toEqual(found);
  expect(partsInWords('It was 267 of 216, or so.', typed('81'), percent)).toEqual(found);
  expect(partsInWords('It was 216 of 300.', typed('81'), percent)).toBeNull();
  expect(partsInWords('It was 81%.', typed('81'), percent)).toBeNull();
});

test('506 is meant for 11,626 ÷ 23, which is 505, so that the difference is found', () => {
  const days = { scale: 1, decimals: 0 };
  const found = { numerator: '11626', denominator: '23' };
  expect(partsInWords('It was 23 from a cohort of 11,626.', typed('506'), days)).toEqual(found);
});

const signs = (performance: 'red' | 'green' | null, travel: 'red' | 'green' | null = null) => ({ performance, travel });

test.each([
  ['90', '95', null, signs('red'), 'higher'],
  ['96', '95', null, signs('green'), 'higher'],
  ['27', '22', null, signs('red'), 'lower'],
  ['20', '22', null, signs('green'), 'lower'],
  ['22', '22', '24', signs('green', 'green'), 'lower'],
  ['22', '22', '24', signs('green', 'red'), 'higher'],
  ['22', '22', null, signs('green'), null],
  ['22', '22', '22', signs('green', 'green'), null],
  [null, '22', null, signs('green'), null],
] as const)(
  '%s against a target of %s, before %s, with colours %j: %s is better',
  (value, green, before, its, better) => {
    expect(polarityBySigns({ value, green, before, signs: its })).toBe(better);
  },
);

const cell = (text: string) => ({ kind: 'text' as const, value: text, text });
const column = (letters: string, heading: string) => ({
  key: letters,
  letters,
  heading,
  role: 'left_out',
  meaning: '',
  choices: [],
});

test('a colour belongs to the direction or to the performance by its heading, else by its place', () => {
  const columns = [column('A', 'DoT'), column('B', 'RAG')];
  const row = (...texts: string[]) => ({ number: 2, hidden: false, cells: texts.map(cell) });
  expect(printedSigns(row('G', 'Red'), columns)).toEqual({ travel: 'green', performance: 'red' });
  expect(printedSigns(row('Green, Red, Up to date'), [])).toEqual({ travel: 'green', performance: 'red' });
  expect(printedSigns(row('Amber'), [])).toEqual({ travel: null, performance: 'amber' });
  expect(printedSigns(row('Green Lane was closed'), [])).toEqual({ travel: null, performance: null });
});

test.each([
  ['Recruit to the post, Head of Planning, by 30 September 2018.', 'Head of Planning', '2018-09-30'],
  ['Lease ten homes (Housing options manager) by June 2018', 'Housing options manager', '2018-06-30'],
  ['Managers will watch this.', '', null],
])('“%s” has its post and its day', (action, owner, due) => {
  expect(actionsIn({ action })).toEqual([{ text: action, owner, due }]);
});

test('columns of a post and a day go before what the words say', () => {
  const fields = {
    action: 'Recruit, Head of Housing, by May 2018',
    action_owner: 'Surveyor',
    action_due: '1 July 2018',
  };
  expect(actionsIn(fields)).toEqual([{ text: fields.action, owner: 'Surveyor', due: '2018-07-01' }]);
});

test('a text that is cut at its findings is the same text', () => {
  const findings = fc.array(fc.record({ at: fc.nat(60), length: fc.nat(20) }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), findings, (text, places) => {
      const quotes = places.map(({ at, length }) => ({ at, quote: text.slice(at, at + length) }));
      const stretches = markedWords(text, quotes);
      expect(stretches.map(({ words }) => words).join('')).toBe(text);
      const marked = stretches.filter(({ found }) => found).reduce((sum, { words }) => sum + words.length, 0);
      const covered = new Set(
        quotes.flatMap(({ at, quote }) => Array.from({ length: quote.length }, (_, n) => at + n)),
      );
      expect(marked).toBe(covered.size);
    }),
  );
});
