import { dayOf } from './day';
import { monthOf, parseDay } from './day-entry';

/**
 * Reads a month as a person types it: 'April 2018', 'Apr 2018', '2018-04', or one of its days; the answer is its first day, or
 * the sentence that says what is wrong. Never throws.
 */
export function parseMonth(typed: string): { start: string } | { problem: string } {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (text === '') return { problem: 'Enter the month, such as April 2018.' };
  const [, word, wordYear] = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text) ?? [];
  const [, numberYear, number] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
  const year = Number(wordYear ?? numberYear);
  const month = word ? monthOf(word) : Number(number);
  if (year >= 1900 && year <= 2199 && month >= 1 && month <= 12)
    return { start: `${year}-${String(month).padStart(2, '0')}-01` };
  const day = parseDay(text);
  if ('day' in day) return { start: dayOf(day.day).with({ day: 1 }).toString() };
  return {
    problem: `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}” is not a month we can read: write it like April 2018.`,
  };
}
