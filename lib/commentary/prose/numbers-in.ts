import { type ClusterNumber, clusterOf } from './digit-cluster';
import type { Lexed } from './lexemes';
import { exemptBeside, hedgeBefore, isDayBefore, marksAnItem } from './number-context';
import { withShares } from './number-shares';
import type { Exemption, MalformedNumber, NumberToken, PlacedNumber } from './number-token';
import { isOrdinalWord, spelledAt } from './spelled-numbers';

const fractions: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
};
const ofWords = /^(?:of|the|our|all|these|those)$/;
const timesWords: Record<string, string> = { thousand: '000', million: '000000' };

/** Every number of a text in its order, and the digits that are no number; `dated` are the lexemes that dates take. */
export function numbersIn(
  text: Lexed,
  dated: ReadonlySet<number>,
): { numbers: NumberToken[]; malformed: MalformedNumber[] } {
  const { plain, lexemes } = text;
  const found: NumberToken[] = [];
  const malformed: MalformedNumber[] = [];
  let at = 0;
  const word = (place: number): string => lexemes[place]?.lower ?? '';

  /** Keeps a number that takes some lexemes. */
  const keep = (
    length: number,
    kind: NumberToken['kind'],
    numbers: PlacedNumber[],
    {
      inWords = false,
      exempt = null,
      percent = kind === 'percent',
    }: { inWords?: boolean; exempt?: Exemption | null; percent?: boolean } = {},
  ) => {
    const { at: place, quote } = plain.quoted(lexemes[at]?.start ?? 0, lexemes[at + length - 1]?.end ?? 0);
    const hedge = hedgeBefore(lexemes, at);
    const sentence = lexemes[at]?.sentence ?? 0;
    found.push({
      at: place,
      quote,
      kind,
      numbers,
      percent,
      inWords,
      hedge,
      from: at,
      until: at + length,
      sentence,
      exempt,
    });
    at += length;
  };

  /** What follows a number and says what kind it is: "per cent", "percentage points", "pounds". */
  const unitAfter = (place: number, kind: NumberToken['kind']): { kind: NumberToken['kind']; length: number } => {
    const [one, two] = [word(place), word(place + 1)];
    if (one === 'percentage' && /^points?$/.test(two)) return { kind: 'points', length: 2 };
    if (/^(?:pp|ppts?|points?)$/.test(one) && (kind === 'percent' || one !== 'point'))
      return { kind: 'points', length: 1 };
    if (one === '%' && /^points?$/.test(two)) return { kind: 'points', length: 2 };
    if (one === 'per' && two === 'cent') return { kind: 'percent', length: 2 };
    if (/^(?:percent|%|pct)$/.test(one)) return { kind: 'percent', length: 1 };
    if (/^(?:pounds|gbp)$/.test(one) && kind === 'plain') return { kind: 'money', length: 1 };
    return { kind, length: 0 };
  };

  const placed = (number: ClusterNumber, start: number): PlacedNumber => {
    const { at: place, quote } = plain.quoted(start + number.from, start + number.to);
    return { at: place, quote, value: number.value, decimals: number.decimals };
  };

  /** A number in digits: its further groups of three, its unit. */
  function digits(kind: NumberToken['kind'], number: ClusterNumber): void {
    const first = lexemes[at];
    if (!first) return;
    let one = placed(number, first.start);
    let length = 1;
    const group = (place: number) =>
      /^\d{3}%?$/.test(word(place)) && lexemes[place]?.start === (lexemes[place - 1]?.end ?? 0) + 1;
    let isPercent = kind === 'percent';
    if (/^[1-9]\d{0,2}$/.test(first.text) && !dated.has(at + 1)) {
      while (length < 4 && group(at + length) && !isPercent) {
        isPercent = word(at + length).endsWith('%');
        const end = (lexemes[at + length]?.end ?? 0) - (isPercent ? 1 : 0);
        one = { ...plain.quoted(first.start, end), value: one.value + word(at + length).slice(0, 3), decimals: 0 };
        length += 1;
      }
    }
    const zeros = timesWords[word(at + length)];
    if (zeros && one.decimals === 0) {
      one = { ...one, value: one.value + zeros };
      length += 1;
    } else if (zeros) {
      const [units = '', part = ''] = one.value.split('.');
      one = {
        ...one,
        value: `${units}${part.padEnd(zeros.length, '0').slice(0, zeros.length)}`.replace(/^0+(?=\d)/, ''),
        decimals: 0,
      };
      length += 1;
    }
    const unit = unitAfter(at + length, isPercent ? 'percent' : kind);
    keep(length + unit.length, unit.kind, [one]);
  }

  function cluster(): void {
    const lexeme = lexemes[at];
    if (!lexeme) return;
    const read = clusterOf(lexeme.text);
    if (isDayBefore(lexemes, at, dated)) keep(1, 'plain', [], { exempt: 'date' });
    else if (marksAnItem(lexeme, plain.text, lexemes[at + 1])) keep(1, 'plain', [], { exempt: 'reference' });
    else if (/^0\d{2,}$/.test(lexeme.text) && /^\d{3,}$/.test(word(at + 1))) {
      let length = 2;
      while (length < 4 && /^\d{3,}$/.test(word(at + length))) length += 1;
      keep(length, 'plain', [], { exempt: 'telephone' });
    } else if (read.kind === 'malformed') {
      const reference = /^(?:section|paragraph|version|clause|policy|standard|appendix|table|chapter)$/.test(
        word(at - 1),
      );
      const isListing = reference && !('instead' in read);
      if (!isListing) {
        const { at: place, quote } = plain.quoted(lexeme.start, lexeme.end);
        const { problem, mend } = read;
        malformed.push(
          read.instead === undefined
            ? { at: place, quote, problem, mend }
            : { at: place, quote, problem, mend, instead: read.instead },
        );
      }
      at += 1;
    } else if (read.kind === 'exempt') keep(1, 'plain', [], { exempt: read.reason });
    else if (read.kind === 'number' || read.kind === 'percent' || read.kind === 'money')
      digits(read.kind === 'number' ? 'plain' : read.kind, read.numbers[0]);
    else {
      const numbers = read.numbers.map((number) => placed(number, lexeme.start));
      const unit = unitAfter(at + 1, 'plain');
      const percent = unit.kind === 'percent' || (read.kind === 'range' && read.percent);
      keep(1 + unit.length, read.kind, numbers, { percent });
    }
  }

  /** A part of one in words: "half of", "a third of", "two thirds of". */
  function fraction(): boolean {
    const counted = spelledAt(lexemes, at);
    const article = word(at) === 'a' || word(at) === 'one' ? 1 : 0;
    const place = counted ? at + counted.length : at + article;
    const parts = Object.hasOwn(fractions, word(place)) ? fractions[word(place)] : undefined;
    const many = counted && counted.value > 1;
    if (!parts || (counted && counted.value >= parts) || Boolean(many) !== /s$/.test(word(place))) return false;
    if (!ofWords.test(word(place + 1)) && !many) return false;
    if (!counted && !article && parts !== 2) return false;
    if (/^(?:first|second|other|last|past|next|previous|preceding|coming)$/.test(word(at - 1))) return false;
    const here = plain.quoted(lexemes[at]?.start ?? 0, lexemes[place]?.end ?? 0);
    const number = (value: number): PlacedNumber => ({ ...here, value: String(value), decimals: 0 });
    keep(place + 1 - at, 'fraction', [number(counted?.value ?? 1), number(parts)], { inWords: true });
    return true;
  }

  while (at < lexemes.length) {
    const lexeme = lexemes[at];
    if (!lexeme) break;
    if (dated.has(at)) {
      if (lexeme.kind === 'cluster') keep(1, 'plain', [], { exempt: 'date' });
      else at += 1;
    } else if (lexeme.kind === 'cluster') cluster();
    else if (lexeme.kind === 'mark' || fraction()) at += lexeme.kind === 'mark' ? 1 : 0;
    else if (isOrdinalWord(lexeme.lower)) keep(1, 'plain', [], { inWords: true, exempt: 'ordinal' });
    else {
      const spelled = spelledAt(lexemes, at);
      if (!spelled) {
        at += 1;
        continue;
      }
      const here = plain.quoted(lexeme.start, lexemes[at + spelled.length - 1]?.end ?? 0);
      const unit = unitAfter(at + spelled.length, 'plain');
      keep(spelled.length + unit.length, unit.kind, [{ ...here, value: String(spelled.value), decimals: 0 }], {
        inWords: true,
      });
    }
  }
  const numbers = withShares(found, text);
  return {
    numbers: numbers.map((number) => ({ ...number, exempt: number.exempt ?? exemptBeside(number, lexemes) })),
    malformed,
  };
}
