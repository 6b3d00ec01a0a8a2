/** A piece of a number format: what is written as it is, a digit, a part of a day, or the number as it comes. */
type Token =
  | { kind: 'literal'; text: string }
  | { kind: 'digit'; text: '0' | '#' | '?' }
  | { kind: 'point' | 'comma' | 'percent' | 'general' | 'text' | 'unknown' }
  | { kind: 'time'; text: string };

/** One of up to four sections of a format: for numbers above, below and at zero, and for text. */
export type Section = Token[];

/** A number format, as a spreadsheet's authors type it; `shows` is what its numbers mean to people. */
export type NumberFormat = { sections: Section[]; shows: 'number' | 'percent' | 'day' | 'time' };

const pattern = new RegExp(
  [
    '"(?<quoted>[^"]*)"?',
    '\\\\(?<escaped>[\\s\\S])',
    '_(?<skipped>[\\s\\S])',
    '\\*(?<filler>[\\s\\S])',
    '\\[(?<bracket>[^\\]]*)\\]',
    '(?<general>General)',
    '(?<half>AM/PM|A/P)',
    '(?<exponent>[eE][+-])',
    '(?<time>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\\.0+)?)',
    '(?<rest>[\\s\\S])',
  ].join('|'),
  'giu',
);

const signs: Record<string, Token> = {
  '.': { kind: 'point' },
  ',': { kind: 'comma' },
  '%': { kind: 'percent' },
  '@': { kind: 'text' },
};

/** [$£-809] is £, [h] hours beyond a day, [Red] nothing; a condition such as [>100] is not understood. */
function bracketToken(bracket: string): Token {
  if (bracket.startsWith('$')) return { kind: 'literal', text: bracket.slice(1).replace(/-[^-]*$/, '') };
  if (/^(h+|m+|s+)$/i.test(bracket)) return { kind: 'time', text: `[${bracket.toLowerCase()}]` };
  return /^[<>=]/.test(bracket) ? { kind: 'unknown' } : { kind: 'literal', text: '' };
}

function tokenOf({ groups = {} }: RegExpMatchArray): Token {
  const { quoted, escaped, skipped, filler, bracket, general, half, exponent, time, rest = '' } = groups;
  if (quoted !== undefined || escaped !== undefined) return { kind: 'literal', text: quoted ?? escaped ?? '' };
  if (skipped !== undefined) return { kind: 'literal', text: ' ' };
  if (filler !== undefined) return { kind: 'literal', text: '' };
  if (bracket !== undefined) return bracketToken(bracket);
  if (general) return { kind: 'general' };
  if (half) return { kind: 'time', text: 'am/pm' };
  if (exponent) return { kind: 'unknown' };
  if (time) return { kind: 'time', text: time.toLowerCase() };
  if (rest === '0' || rest === '#' || rest === '?') return { kind: 'digit', text: rest };
  return signs[rest] ?? { kind: 'literal', text: rest };
}

const isEnd = (match: RegExpMatchArray) => match.groups?.rest === ';';

/** What the first section says of its numbers: a day has a year, a day or a named month; else h, m and s are a time. */
function shown(section: Section): NumberFormat['shows'] {
  const times = section.flatMap((token) => (token.kind === 'time' ? [token.text] : []));
  if (times.some((text) => /^(y|d|m{3})/.test(text))) return 'day';
  if (times.length > 0) return times.every((text) => /^m+$/.test(text)) ? 'day' : 'time';
  return section.some(({ kind }) => kind === 'percent') ? 'percent' : 'number';
}

/** Reads a number format: 0.0%, dd/mm/yyyy, [$£-809]#,##0;[Red]-£#,##0. */
export function numberFormat(code: string): NumberFormat {
  const sections: Section[] = [[]];
  for (const match of code.slice(0, 255).matchAll(pattern))
    if (isEnd(match)) sections.push([]);
    else sections.at(-1)?.push(tokenOf(match));
  return { sections, shows: shown(sections[0] ?? []) };
}

/** The formats that a workbook names by number alone, with the days as a British spreadsheet shows them. Source: ECMA-376, 18.8.30. */
export const numberedFormats: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;-£#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '£#,##0;-£#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"??',
  44: '£#,##0.00;-£#,##0.00;"-"??',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
};
