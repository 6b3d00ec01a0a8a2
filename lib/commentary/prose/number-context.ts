import type { Lexeme } from './lexemes';
import type { Exemption, NumberToken } from './number-token';

const references =
  /^(?:section|sections|form|forms|year|years|stage|ks|grade|band|tier|level|levels|page|pages|paragraph|phase|priority|appendix|table|schedule|article|regulation|regulations|clause|zone|junction|route|version|step|item|chapter|outcome|ward|room|question|criterion|standard|recommendation|strand|wave|category|class|type|s|annex|covid|edition)$/;
const hedges: Record<string, 'about' | 'over' | 'under'> = {
  about: 'about',
  around: 'about',
  approximately: 'about',
  approx: 'about',
  roughly: 'about',
  some: 'about',
  circa: 'about',
  over: 'over',
  above: 'over',
  exceeding: 'over',
  under: 'under',
  below: 'under',
  almost: 'under',
  nearly: 'under',
};

/** Whether a number is meant to be near, above or below what it says: "about 80", "more than 80", "just under 80". */
export function hedgeBefore(lexemes: Lexeme[], at: number): NumberToken['hedge'] {
  const [before, last] = [lexemes[at - 2]?.lower ?? '', lexemes[at - 1]?.lower ?? ''];
  if (last === 'than')
    return /^(?:more|greater|higher)$/.test(before) ? 'over' : /^(?:less|fewer|lower)$/.test(before) ? 'under' : null;
  if (last === 'to' && before === 'close') return 'about';
  if (last === 'a' && Object.hasOwn(hedges, before)) return hedges[before] ?? null;
  return Object.hasOwn(hedges, last) ? (hedges[last] ?? null) : null;
}

/** Whether the next lexeme hangs on this one with a hyphen: "two-week", "one-stop". */
const hyphened = (lexemes: Lexeme[], at: number): boolean =>
  Boolean(lexemes[at]?.joined) &&
  lexemes[at]?.kind === 'word' &&
  lexemes[at - 1]?.end === (lexemes[at]?.start ?? 0) - 1;

const ofAge =
  /^(?:people|those|residents|adults|anyone|anybody|women|men|persons|patients|pensioners|customers|drivers)$/;

/** Whether a number is a day whose month stands behind another one: "on 2 and 3 November". */
export const isDayBefore = (lexemes: Lexeme[], at: number, dated: ReadonlySet<number>): boolean =>
  /^(?:[1-9]|[12]\d|3[01])$/.test(lexemes[at]?.text ?? '') &&
  /^(?:and|or|to|-|,)$/.test(lexemes[at + 1]?.lower ?? '') &&
  dated.has(at + 2) &&
  /^\d{1,2}(?:st|nd|rd|th)?$/.test(lexemes[at + 2]?.lower ?? '');

/** Whether a small number counts the items of a list: "(2)" before a word, "3." or "3)" at the beginning of its line. */
export function marksAnItem({ text, start, end }: Lexeme, plain: string, next: Lexeme | undefined): boolean {
  if (!/^\d{1,2}$/.test(text) || next?.start === undefined) return false;
  const [before, after] = [plain[start - 1] ?? '\n', plain[end] ?? ''];
  if (before === '(' && after === ')') return /^\) \p{L}|^\) \d/u.test(plain.slice(end, end + 3)) && Number(text) <= 12;
  if (!/^[.)] /.test(plain.slice(end, end + 2))) return false;
  let at = start - 1;
  while (at >= 0 && start - at < 9 && plain[at] === ' ') at -= 1;
  return at < 0 || plain[at] === '\n';
}

/** Why the words beside a number say that it is no figure of a measure; null where they do not. */
export function exemptBeside(number: NumberToken, lexemes: Lexeme[]): Exemption | null {
  const word = (place: number): string => {
    const lexeme = lexemes[place];
    return lexeme?.sentence === number.sentence ? lexeme.lower : '';
  };
  const before = word(number.from - 1);
  const next = word(number.until);
  const afterNext = word(number.until + 1);
  if (number.kind === 'plain' || number.kind === 'range') {
    if (/^(?:am|pm|o'clock|noon)$/.test(next)) return 'time';
    if (/^(?:aged|age|ages|turning|turned)$/.test(before) || (before === 'of' && word(number.from - 2) === 'age'))
      return 'age';
    if (
      /^years?$/.test(next) &&
      /^(?:old|olds|of)$/.test(afterNext) &&
      (afterNext !== 'of' || word(number.until + 2) === 'age')
    )
      return 'age';
    if (
      /^years?$/.test(next) &&
      /^(?:and|or)$/.test(afterNext) &&
      /^(?:over|under|older|younger|below|above)$/.test(word(number.until + 2))
    )
      return 'age';
    if (/^(?:over|under)$/.test(before) && ofAge.test(word(number.from - 2))) return 'age';
    if (
      number.inWords &&
      /^(?:over|under)$/.test(before) &&
      /^(?:are|is|were|was)$/.test(word(number.from - 2)) &&
      next === ''
    )
      return 'age';
    if (before === 'day' && number.numbers[0]?.decimals === 0) return 'reference';
    if (references.test(before) && !number.inWords && number.numbers[0]?.decimals === 0) return 'reference';
    if (before === 'per' && /^1(?:0){3,5}$/.test(number.numbers[0]?.value ?? '')) return 'scale';
  }
  if (!number.inWords || number.kind === 'percent' || number.kind === 'points') return null;
  if (hyphened(lexemes, number.until)) return /^(?:day|week|month|year|hour|minute)/.test(next) ? 'duration' : 'idiom';
  if (number.kind !== 'plain') return null;
  if (next === 'tolerance' || before === 'square') return 'idiom';
  const value = number.numbers[0]?.value;
  const pronoun = /^(?:of|another|or|hand|side|thing|reason|that|who|which|to|is|was|and|day|way|by|in|can|off)?$/.test(
    next,
  );
  if (value === '1' && (pronoun || /^(?:no|this|that|each|every|any|the|which|another)$/.test(before))) return 'idiom';
  return null;
}
