/** A text whose look-alikes are plain: ASCII digits, one kind of hyphen and blank, nothing invisible; with the place of each sign. */
export type PlainText = {
  text: string;
  /** The part of the original that a part of the plain text stands for, exactly as it was written. */
  quoted: (start: number, end: number) => { at: number; quote: string };
};

const isDecimalDigit = /\p{Nd}/u;

/** The value of a decimal digit of any script: the blocks of ten begin at their zero. */
function digitValue(sign: string): string {
  const code = sign.codePointAt(0) as number;
  let before = 0;
  while (before < 9 && isDecimalDigit.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before);
}

const alike: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '٫': '.',
  '٬': ',',
  '٪': '%',
  '﹪': '%',
  '％': '%',
  '。': '.',
  '−': '-',
};

/** What a sign that is not ASCII is read as; '' where it is not seen. */
function plain(sign: string): string {
  const known = alike[sign];
  if (known !== undefined) return known;
  if (/\p{Cf}|\p{Mn}|\p{Me}|\p{Cs}/u.test(sign)) return '';
  if (/\p{Pd}/u.test(sign)) return '-';
  if (sign === '\u2028' || sign === '\u2029' || sign === '\u0085') return '\n';
  if (/\p{Z}/u.test(sign)) return ' ';
  if (isDecimalDigit.test(sign)) {
    const folded = sign.normalize('NFKC');
    return /^\d$/.test(folded) ? folded : digitValue(sign);
  }
  // Circled and full-width signs are read as what they show; a footnote's raised digit is not part of the figure before it.
  if (/[\u00b2\u00b3\u00b9\u2070-\u2079]/.test(sign)) return ' ';
  const folded = sign.normalize('NFKC');
  return /^[\x21-\x7e]{1,2}$/.test(folded) ? folded : sign;
}

const ascii = /^[\n\x20-\x7e]*$/;
const dash = /[–—]/;

/** Reads a text as plain signs, in one pass however long; where dashes part clauses they can be kept apart from hyphens. */
export function plainText(original: string, dashes: 'asHyphens' | 'kept' = 'asHyphens'): PlainText {
  if (ascii.test(original))
    return { text: original, quoted: (start, end) => ({ at: start, quote: original.slice(start, end) }) };
  const signs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of original) {
    const end = at + sign.length;
    const isPlain = sign <= '\u007f' || (dashes === 'kept' && dash.test(sign));
    const read = isPlain ? sign : plain(sign);
    for (let unit = 0; unit < read.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    signs.push(read);
    at = end;
  }
  const quoted = (start: number, end: number) => {
    const from = starts[start] ?? original.length;
    return { at: from, quote: original.slice(from, ends[end - 1] ?? original.length) };
  };
  return { text: signs.join(''), quoted };
}
