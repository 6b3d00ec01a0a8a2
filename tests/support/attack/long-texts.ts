import { mostCharacters, parsePaste } from '@/lib/benchmark/benchmark-paste';
import { parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { callerOf } from '@/lib/network/caller-address';
import { contentOf } from '@/lib/reading/content-entry';
import { question } from '@/lib/search/question';
import { searchIndex } from '@/lib/search/search';
import { thresholdsFromTolerance } from '@/lib/target/tolerance';
import { isSlug, ownAddress } from '@/lib/text/page-address';
import { safeCell } from '@/lib/text/safe-cell';
import { tidyText } from '@/lib/text/tidy-text';
import { parseDay } from '@/lib/time/day-entry';
import { isDay } from '@/lib/time/instant';
import { parseTime } from '@/lib/time/time-entry';

const repeated = (size: number, text: string, end = '') =>
  text.repeat(Math.ceil(size / text.length)).slice(0, size - end.length) + end;

/** Texts of so many characters that keep a careless pattern busy: all but the last character fits. */
export const longTexts = (size: number): string[] =>
  [
    'a',
    '1',
    ' ',
    '\n',
    '\t',
    '-',
    '−',
    '.',
    ',',
    '0',
    '(',
    '<',
    '"',
    '/',
    '%',
    '£',
    ':',
    '•',
    '=',
    '\u0301',
    '\u200b',
    '\u00a0',
    '😀',
    '1,',
    '1 ',
    '1.',
    '1,234',
    'a ',
    'a.',
    'a. ',
    'ab-',
    '1-',
    '01/',
    'a@',
    'A.B.',
    'per cent ',
    '1 April ',
    '\n\n',
    '\r\n',
    '• a\n',
    '::',
    'f:',
    '127.',
    '../',
    'a=1&',
    '["',
    '["\n',
    '["2018-04-01","a"]\n',
    '%',
    ']:1',
    '.!',
    '. ',
  ].flatMap((text) => [
    repeated(size, text),
    repeated(size, text, '!'),
    repeated(size, text, 'x'),
    `1${repeated(size, text, '\n!')}`.slice(0, size),
  ]);

const measure = { unit: 'percent', decimals: 0, scale: 100, outsideHundred: false, countsPeople: true } as const;
const search = searchIndex([]);
const calendar = { ...measure, frequency: 'monthly', startMonth: 4, window: 'single', since: null } as const;

/** Everything that reads what a person typed or an address says, by the field's name. */
export const fields: Record<string, (text: string) => unknown> = {
  figure: (text) => parseFigure(text, measure),
  'figure in pounds': (text) => parseFigure(text, { ...measure, unit: 'pounds' }),
  'figure in days': (text) => parseFigure(text, { ...measure, unit: 'working_days' }),
  part: (text) => parsePart(text, measure),
  day: parseDay,
  time: parseTime,
  text: tidyText,
  ...Object.fromEntries(
    [
      'value',
      'numerator',
      'expectedOn',
      'comments',
      'publicNote',
      'actionText1',
      'actionOwner1',
      'actionDue8',
      'completed',
    ].map((field) => [`${field} of the reading form`, (text: string) => contentOf({ [field]: text }, measure)]),
  ),
  'pasted figures': (text) =>
    parsePaste(text.slice(0, mostCharacters), calendar as Parameters<typeof parsePaste>[1], '2018-08-17'),
  tolerance: (text) =>
    thresholdsFromTolerance({ shape: 'at_least', green: '80' }, text, { ...measure, polarity: 'higher' }),
  question: (text) => search(question(text).text),
  address: ownAddress,
  slug: isSlug,
  'ISO day': isDay,
  'X-Forwarded-For': (text) => callerOf({ peer: text, forwarded: text, proxies: 1, secure: true }),
  cell: safeCell,
};
