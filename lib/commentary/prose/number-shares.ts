import type { Lexed, Lexeme } from './lexemes';
import type { NumberToken } from './number-token';

const determiners = /^(?:a|an|the|our|its|their|these|those|this|all|some|just|only|over|about|around|exactly)$/;
const groups =
  /^(?:cohort|population|group|total|caseload|sample|number|pool|base|list|possible|eligible|overall|full|combined)$/;
const timeWords = /^(?:day|week|month|year|hour|minute|quarter|per)s?$/;
const furthest = 16;

/** The words between two numbers without what stands in brackets: "216 (placed here) out of 267". */
function outsideBrackets(between: Lexeme[]): string[] {
  const words: string[] = [];
  let depth = 0;
  for (const { kind, lower } of between) {
    if (kind === 'mark' && lower === '(') depth += 1;
    else if (kind === 'mark' && lower === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) words.push(lower);
  }
  return words;
}

/** How the words between two numbers join them: as x of y, as one in four, as a range; null where they do not. */
function joins(words: string[], before: string): 'of' | 'in' | 'nounIn' | 'range' | null {
  const text = words.join(' ');
  if (words.length === 1 && (text === 'to' || text === '-' || text === 'or'))
    return before === 'from' || before === 'by' ? null : 'range';
  if (text === 'and') return before === 'between' ? 'range' : null;
  // “Seven plots in ten” as well as “seven in ten”.
  if (/^(?:\p{L}+ ){0,2}in(?: every)?$/u.test(text)) return words.length === 1 || /every$/.test(text) ? 'in' : 'nounIn';
  if (
    words.some((word) =>
      /^(?:[,;:"[\]]|against|versus|compared|above|below|target|limit|short|ahead|clear|inside|outside)$/.test(word),
    )
  )
    return null;
  const outOf = words.indexOf('out');
  const place =
    outOf >= 0 && words[outOf + 1] === 'of'
      ? outOf + 2
      : words.findIndex((word) => /^(?:of|from|among)$/.test(word)) + 1;
  if (place === 0) return null;
  const fillers = words.slice(place).filter((word) => word !== 'of');
  const connector = words[place - 1];
  const isGroup = fillers.some((word) => groups.test(word));
  if (!fillers.every((word) => determiners.test(word) || groups.test(word))) return null;
  if (place > (outOf >= 0 ? 8 : 5)) return null;
  return connector === 'of' || isGroup ? 'of' : null;
}

const isWhole = (value: string): boolean => /^\d+$/.test(value);

/** Joins the numbers that belong together: "216 of 267", "1 in 4", "between 5 and 9"; each pair of neighbours is looked at once. */
export function withShares(numbers: NumberToken[], { plain, lexemes }: Lexed): NumberToken[] {
  const joined: NumberToken[] = [];
  for (const number of numbers) {
    const before = joined.at(-1);
    const pair = before ? paired(before, number, lexemes) : null;
    if (!before || pair === null) {
      joined.push(number);
      continue;
    }
    joined.pop();
    const end = lexemes[number.until - 1]?.end ?? 0;
    const { at, quote } = plain.quoted(lexemes[before.from]?.start ?? 0, end);
    joined.push({
      ...before,
      at,
      quote,
      kind: pair,
      numbers: [...before.numbers, ...number.numbers],
      percent: before.kind === 'percent' || number.kind === 'percent',
      until: number.until,
      exempt: before.exempt ?? number.exempt,
    });
  }
  return joined;
}

/** What two neighbouring numbers are together; null where they are two. */
function paired(first: NumberToken, second: NumberToken, lexemes: Lexeme[]): 'share' | 'fraction' | 'range' | null {
  if (first.sentence !== second.sentence || second.from - first.until > furthest) return null;
  if (first.numbers.length !== 1 || second.numbers.length !== 1 || first.exempt || second.exempt) return null;
  const [x, y] = [first.numbers[0]?.value ?? '', second.numbers[0]?.value ?? ''];
  const before = lexemes[first.from - 1]?.lower ?? '';
  const join = joins(outsideBrackets(lexemes.slice(first.until, second.from)), before);
  if (join === 'range') {
    const unlike = first.kind !== 'plain' && first.kind !== second.kind;
    return unlike || second.kind === 'points' ? null : 'range';
  }
  if (join === null || first.kind !== 'plain' || second.kind !== 'plain') return null;
  if (join === 'of') return 'share';
  if (!isWhole(x) || !isWhole(y)) return null;
  if (join === 'nounIn' && !(first.inWords && second.inWords && /^(?:[2-9]|10|20)$/.test(y))) return null;
  const follows = lexemes[second.until]?.lower ?? '';
  return Number(x) < Number(y) && (Number(y) <= 100 || y === '1000') && !timeWords.test(follows) ? 'fraction' : null;
}
