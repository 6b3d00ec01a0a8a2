import type { Lexeme } from './lexemes';

type Word = Pick<Lexeme, 'lower'>;

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const small = new Map<string, number>(ones.split(' ').map((name, value) => [name, value]));
small.set('nil', 0);
const wholeTens = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((name, index) => [name, (index + 2) * 10]),
);
const large = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
]);
const ordinals = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth'.split(' '),
);

/** Whether a word counts the place in a row: "first", "third". */
export const isOrdinalWord = (lower: string): boolean => ordinals.has(lower);

/** Whether a word may begin a number that is spelled out. */
export const mayBeginNumber = (lower: string): boolean =>
  lower === 'a' || lower === 'dozen' || small.has(lower) || wholeTens.has(lower) || large.has(lower);

/** A number that is spelled out, and how many words it takes. */
type Spelled = { value: number; length: number };

/** A number below a hundred: "nine", "twenty-three". */
function belowHundred(lexemes: Word[], at: number): Spelled | null {
  const lower = lexemes[at]?.lower ?? '';
  const value = small.get(lower);
  if (value !== undefined) return { value, length: 1 };
  const ten = wholeTens.get(lower);
  if (ten === undefined) return null;
  const unit = small.get(lexemes[at + 1]?.lower ?? '');
  return unit && unit < 10 ? { value: ten + unit, length: 2 } : { value: ten, length: 1 };
}

/** The number that is spelled out from a word on, or null: "one hundred and five", "two thousand three hundred", "a dozen". */
export function spelledAt(lexemes: Word[], at: number): Spelled | null {
  const start = lexemes[at]?.lower ?? '';
  const article = start === 'a' && /^(?:hundred|thousand|million|dozen)$/.test(lexemes[at + 1]?.lower ?? '');
  const head = article ? { value: 1, length: 1 } : belowHundred(lexemes, at);
  // “28 in every thousand”.
  if (large.has(start) && lexemes[at - 1]?.lower === 'every') return { value: large.get(start) ?? 0, length: 1 };
  if (start === 'dozen') return { value: 12, length: 1 };
  if (!head) return null;
  let total = 0;
  let group = head.value;
  let next = at + head.length;
  if (lexemes[next]?.lower === 'dozen') return { value: head.value * 12, length: head.length + 1 };
  // A number has no more than these many words; a longer row of them is several numbers.
  for (let turn = 0; turn < 8; turn += 1) {
    const lower = lexemes[next]?.lower ?? '';
    const factor = large.get(lower);
    if (lower === 'hundred' && group < 100) {
      group *= 100;
      next += 1;
    } else if (factor) {
      total += group * factor;
      group = 0;
      next += 1;
    } else if (lower === 'and' || group === 0 || group % 100 === 0) {
      const rest = belowHundred(lexemes, lower === 'and' ? next + 1 : next);
      if (!rest || (group === 0 && total === 0) || (group % 100 !== 0 && group !== 0) || rest.value === 0) break;
      if (total === 0 && group < 100) break;
      group += rest.value;
      next += rest.length + (lower === 'and' ? 1 : 0);
    } else break;
  }
  return { value: total + group, length: next - at };
}
