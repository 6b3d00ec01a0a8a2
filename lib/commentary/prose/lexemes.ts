import { type PlainText, plainText } from './plain-text';

/** A word, a cluster of signs with a digit in it, or a mark of punctuation; its place is in the plain text. */
export type Lexeme = {
  kind: 'word' | 'cluster' | 'mark';
  /** As written in plain signs. */
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Which sentence of the text it stands in, from 0. */
  sentence: number;
  /** Whether it hangs on what stands before it without a blank: the second half of "two-week". */
  joined: boolean;
};

export type Lexed = { plain: PlainText; lexemes: Lexeme[] };

const separators = /[\s()[\]{}"“”;!?<>=*|\\]/;
const opening = new Set("'’,:/-~_&^`#".split(''));
const closing = new Set(".,:'’/-~_&^`#".split(''));
const word = /\p{L}[\p{L}']*/gu;

/** Where a cluster of signs begins and ends without the punctuation around it; a minus and a pound before it are its own. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && opening.has(text[start] as string) && !/^-[£\d]/.test(text.slice(start, start + 2))) start += 1;
  if (text[start] === '.' && !/\d/.test(text[start + 1] ?? '')) start += 1;
  while (end > start && closing.has(text[end - 1] as string)) end -= 1;
  return { start, end };
}

const spelledEnd = /^(?:mr|mrs|ms|dr|no|nos|approx|e\.g|i\.e|vs|etc|st|ca|fig|para|sec|qtr)$/i;

const shortMonth = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;

/** Whether a full stop at this place ends a sentence. */
function endsSentence(text: string, at: number, before: string): boolean {
  const next = text.slice(at + 1, at + 40).trimStart();
  if (text[at] !== '.') return true;
  // "17 Aug. 2018" is one date.
  if (shortMonth.test(before) && /^\d/.test(next)) return false;
  return /^(?:$|[\p{Lu}\d"'“£(•-])/u.test(next) && /\s|^$/.test(text[at + 1] ?? '') && !spelledEnd.test(before);
}

/** The words, clusters and marks of a text in their order, each in its sentence; linear in its length. */
export function lexed(original: string): Lexed {
  const plain = plainText(original);
  const { text } = plain;
  const lexemes: Lexeme[] = [];
  let sentence = 0;
  const add = (kind: Lexeme['kind'], start: number, end: number) => {
    const written = text.slice(start, end);
    const joined = start > 0 && lexemes.length > 0 && !/\s/.test(text[start - 1] as string);
    lexemes.push({ kind, text: written, lower: written.toLowerCase(), start, end, sentence, joined });
  };
  let at = 0;
  while (at < text.length) {
    const sign = text[at] as string;
    if (separators.test(sign)) {
      if (/["()[\];!?]/.test(sign)) add('mark', at, at + 1);
      if (/[\n!?;]/.test(sign)) sentence += 1;
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !separators.test(text[end] as string)) end += 1;
    chunk(at, end);
    at = end;
  }

  function chunk(from: number, to: number): void {
    const piece = text.slice(from, to);
    if (/\d/.test(piece) || /[½¼¾]/.test(piece)) {
      const { start, end } = trimmed(text, from, to);
      add('cluster', start, end);
      const before = text.slice(end, to);
      const stop = before.indexOf('.');
      if (/[,:]/.test(before)) add('mark', end, end + 1);
      if (stop >= 0 && endsSentence(text, to - 1, '')) sentence += 1;
      return;
    }
    if (/^(?:[-/&]+|%[.,]?)$/.test(piece)) {
      add('mark', from, to);
      return;
    }
    let lastWord = '';
    let last = from;
    for (const match of piece.matchAll(word)) {
      const start = from + match.index;
      lastWord = match[0];
      last = start + lastWord.length;
      add('word', start, last);
    }
    const tail = text.slice(last, to);
    if (/[,:]/.test(tail)) add('mark', to - 1, to);
    if (tail.includes('.') && endsSentence(text, to - 1, lastWord)) sentence += 1;
  }
  return { plain, lexemes };
}
