/** Texts that some spreadsheet takes for a formula, a command or another cell. */
const beginnings = ['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '\u00a0=', '＝', '＋', '－', '＠', '\u3000='];
const ends = ['1+1', "cmd|'/C calc'!A0", 'HYPERLINK("https://evil.example","x")', 'SUM(A1:A9)'];

/** Sixty of them: each beginning with each end, and some that hide behind quotes, delimiters and line ends. */
export const formulaTexts: string[] = [
  ...beginnings.flatMap((beginning) => ends.map((end) => beginning + end)),
  'a\r\n=1+1',
  'a\n=1+1',
  '",=1+1',
  'a,=1+1\r\n+2',
];
