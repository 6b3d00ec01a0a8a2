import { capital, headlineNumber } from '@/lib/text/number-in-words';
import { type Forms, welsh } from './welsh/catalogue';

/** A part of a text in Welsh, or in English where it stays so: a name, or a sentence that is not in the catalogue. */
export type Part = { text: string; isEnglish: boolean };

const long = 'January February March April May June July August September October November December'.split(' ');
const english = long.flatMap((month) => [month, month.slice(0, 3)]);
const welshMonths = new Map<string, string>();
const names = {
  long: new Intl.DateTimeFormat('cy', { month: 'long' }),
  short: new Intl.DateTimeFormat('cy', { month: 'short' }),
};
for (const [index, month] of long.entries()) {
  const day = new Date(2020, index, 5);
  welshMonths.set(month.slice(0, 3), names.short.format(day));
  welshMonths.set(month, names.long.format(day));
}
const month = `(?:${english.toSorted((a, b) => b.length - a.length).join('|')})`;
/** English words for numbers, as headlines have them, by the number. */
const numbers = new Map(Array.from({ length: 21 }, (_, number) => [headlineNumber(number), String(number)] as const));
const numberWords = [...numbers.keys()].flatMap((word) => [word, capital(word)]);
const weekdays: Record<string, string> = {
  Monday: 'Llun',
  Tuesday: 'Mawrth',
  Wednesday: 'Mercher',
  Thursday: 'Iau',
  Friday: 'Gwener',
  Saturday: 'Sadwrn',
  Sunday: 'Sul',
};

/** What each kind of slot in a sentence of the catalogue takes: a number, one that may be a word, days, a name, other words. */
const slots: Record<string, string> = {
  n: '\\d[\\d,.]*',
  count: `\\d[\\d,]*|${numberWords.join('|')}`,
  date: `\\d{1,2} ${month} \\d{4}`,
  month: `${month} \\d{4}`,
  day: `\\d{1,2} ${month}`,
  time: '\\d{2}:\\d{2}',
  year: '\\d{4}/\\d{2}',
  code: '[A-Z]\\d{8}',
  name: month,
  weekday: Object.keys(weekdays).join('|'),
  size: '\\d[\\d,.]* (?:[kM]?B|bytes)',
  text: '.+?',
  words: '.+?',
};
const slot = /\{([a-z]+)(\d?)\}/g;

type Template = { pattern: RegExp; kinds: string[]; names: string[]; forms: Forms };

const escaped = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

/** The sentences of the catalogue that have slots, those with the most words of their own first. */
const templates: Template[] = Object.entries(welsh)
  .filter(([key]) => key.search(slot) >= 0)
  .toSorted(([a], [b]) => b.replaceAll(slot, '').length - a.replaceAll(slot, '').length)
  .map(([key, forms]) => {
    const found = [...key.matchAll(slot)];
    const pattern = new RegExp(`^${escaped(key).replaceAll(slot, (_, kind: string) => `(${slots[kind]})`)}$`);
    return { pattern, kinds: found.map(([, kind = '']) => kind), names: found.map(([name]) => name), forms };
  });

const plural = new Intl.PluralRules('cy');
const exact = new Map(Object.entries(welsh));

/** A number, a month or a day in Welsh. */
function figureIn(kind: string, text: string): string {
  if (kind === 'count') return numbers.get(text.toLowerCase()) ?? text;
  if (kind === 'size') return text.replace('bytes', 'beit');
  if (kind === 'weekday') return weekdays[text] ?? text;
  if (['date', 'month', 'day', 'name'].includes(kind))
    return text.replace(new RegExp(month), (name) => welshMonths.get(name) ?? name);
  return text;
}

/** The form of a sentence that goes with its first number. */
function formFor(forms: Forms, number: string | undefined): string {
  if (typeof forms === 'string') return forms;
  return forms[plural.select(Number((number ?? '').replaceAll(',', '')))] ?? forms.other;
}

/** A text of a public page in Welsh, in parts; null where the catalogue does not have it. */
export function welshText(text: string): Part[] | null {
  const same = exact.get(text);
  if (same !== undefined) return [{ text: formFor(same, undefined), isEnglish: false }];
  for (const { pattern, kinds, names: slotNames, forms } of templates) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = found.slice(1);
    const filled = new Map(slotNames.map((name, index) => [name, slotParts(kinds[index] ?? '', values[index] ?? '')]));
    const counted = kinds.findIndex((kind) => kind === 'n' || kind === 'count');
    const number = counted < 0 ? undefined : figureIn(kinds[counted] ?? '', values[counted] ?? '');
    return formFor(forms, number)
      .split(/(\{[a-z]+\d?\})/)
      .filter((part) => part !== '')
      .flatMap((part) => filled.get(part) ?? [{ text: part, isEnglish: false }]);
  }
  return null;
}

function slotParts(kind: string, text: string): Part[] {
  if (kind === 'words') return welshText(text) ?? [{ text, isEnglish: /\p{L}/u.test(text) }];
  if (kind === 'text') return [{ text, isEnglish: true }];
  return [{ text: figureIn(kind, text), isEnglish: false }];
}
