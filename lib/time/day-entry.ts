import { monthName } from './day';
import { isDay } from './instant';

const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());

/** The month that a word names, in full or by three letters or more ('Sept'); 0 for none. */
export const monthOf = (word: string): number =>
  word.length < 3 ? 0 : months.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;

const shapes: [RegExp, (groups: string[]) => [year: number, month: number, day: number]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([year, month, day]) => [Number(year), Number(month), Number(day)]],
  [/^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/, ([day, month, year]) => [Number(year), Number(month), Number(day)]],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i,
    ([day, word, year]) => [Number(year), monthOf(word as string), Number(day)],
  ],
];

/**
 * Reads a day as a person types it: '30 September 2018', '30 Sep 2018', '30/9/2018' (day first), '2018-09-30'; the answer is
 * an ISO day, or the sentence that says what is wrong. Never throws.
 */
export function parseDay(typed: string): { day: string } | { problem: string } {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (text === '') return { problem: 'Enter the date.' };
  const quoted = `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  for (const [shape, parts] of text.length > 40 ? [] : shapes) {
    const match = text.match(shape);
    if (!match) continue;
    const [year, month, day] = parts(match.slice(1));
    if (year < 1900 || year > 2199) return { problem: `${quoted} has a year that cannot be meant.` };
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (isDay(iso)) return { day: iso };
    return { problem: `${quoted} is not a day of the calendar.` };
  }
  return { problem: `${quoted} is not a date we can read: write it like 30 September 2018 or 30/9/2018.` };
}
