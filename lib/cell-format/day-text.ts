import type { NumberFormat, Section } from './number-format';

const daySeconds = 86_400;
const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** 31 December 9999. */
const lastSerial = 2_958_465;

/** A moment of a workbook: its day as 2018-06-30, or null for a time alone, and the seconds of all its days. */
export type Moment = { day: string | null; seconds: number };

/**
 * The moment of a serial number: days since 1900, where 29 February 1900 is counted though there was none, or since 1904. Null for what
 * is no moment. Source: ECMA-376, 18.17.4.1.
 */
export function momentOf(serial: number, from1904: boolean): Moment | null {
  if (!(serial >= 0) || serial > lastSerial + 1) return null;
  const seconds = Math.round(serial * daySeconds);
  const days = Math.floor(seconds / daySeconds);
  if (!from1904 && (days === 0 || days === 60)) return { day: null, seconds };
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return { day: new Date(first + days * daySeconds * 1000).toISOString().slice(0, 10), seconds };
}

const two = (number: number) => String(number).padStart(2, '0');
const one = (number: number, length: number) => (length > 1 ? two(number) : String(number));

function dayPart(text: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = months[Number(month) - 1] ?? '';
  if (text[0] === 'y') return text.length > 2 ? year : year.slice(2);
  if (text[0] === 'm') {
    if (text.length > 4) return name.slice(0, 1);
    if (text.length > 2) return text.length === 3 ? name.slice(0, 3) : name;
    return one(Number(month), text.length);
  }
  if (text.length < 3) return one(Number(date), text.length);
  const weekday = weekdays[new Date(day).getUTCDay()] ?? '';
  return text.length === 3 ? weekday.slice(0, 3) : weekday;
}

function timePart(text: string, seconds: number, halves: boolean): string {
  const hour = Math.floor(seconds / 3600) % 24;
  if (text === 'am/pm') return hour < 12 ? 'AM' : 'PM';
  const unit = { h: 3600, m: 60, s: 1 }[text.replace('[', '')[0] ?? 's'] ?? 1;
  if (text.startsWith('[')) return one(Math.floor(seconds / unit), text.length - 2);
  if (unit === 3600) return one(halves ? hour % 12 || 12 : hour, text.length);
  if (unit === 60) return one(Math.floor(seconds / 60) % 60, text.length);
  return one(seconds % 60, text.replace(/\..*/, '').length);
}

/** Whether an m at this place is minutes: behind hours or before seconds. */
function isMinutes(section: Section, at: number): boolean {
  const letter = (token: Section[number]) => (token.kind === 'time' ? token.text.replace('[', '')[0] : undefined);
  const before = section.slice(0, at).map(letter).findLast(Boolean);
  const after = section
    .slice(at + 1)
    .map(letter)
    .find(Boolean);
  return before === 'h' || after === 's';
}

/** A moment as its file shows it: Jun-18, 30/06/2018, 08:30; null where the format needs a day and there is none. */
export function momentText({ day, seconds }: Moment, format: NumberFormat): string | null {
  const section = format.sections[0] ?? [];
  const halves = section.some((token) => token.kind === 'time' && token.text === 'am/pm');
  let text = '';
  for (const [at, token] of section.entries()) {
    if (token.kind === 'comma') text += ',';
    if (token.kind === 'point') text += '.';
    if (token.kind === 'literal') text += token.text;
    if (token.kind !== 'time') continue;
    const isDay = /^[yd]/.test(token.text) || (/^m{1,5}$/.test(token.text) && !isMinutes(section, at));
    if (isDay && day === null) return null;
    text += isDay && day !== null ? dayPart(token.text, day) : timePart(token.text, seconds, halves);
  }
  return text.trim();
}
