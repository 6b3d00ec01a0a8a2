import { safeCell } from '../text/safe-cell';
import type { Cell } from './workbook';

const isGuarded = (text: string) => safeCell(text.replace(/^'+/, '')) !== text.replace(/^'+/, '');

/** A text as the cell of a CSV file: an apostrophe stands before what a spreadsheet would take for a formula. */
export const csvText = (text: string): string => (isGuarded(text) ? `'${text}` : text);

const errors = /^#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)$/;

/** 12.50 as 12.5, -0 as 0. */
function canonical(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/**
 * A cell of a CSV file; undefined for one that is empty. Only plain numbers are numbers: 1,5 and 007 and 30/06/2018 are texts, about
 * which people are asked. The apostrophe before a formula is taken off.
 */
export function csvCell(text: string): Cell | undefined {
  if (text === '') return undefined;
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return { kind: 'number', value: canonical(text), text };
  if (errors.test(text)) return { kind: 'error', value: text, text };
  const plain = text.startsWith("'") && isGuarded(text.slice(1)) ? text.slice(1) : text;
  return { kind: 'text', value: plain, text: plain };
}
