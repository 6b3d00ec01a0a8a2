import { unitIn } from '@/lib/bring-in/understanding/cell/word-meanings';

/** What one line of a report says of a measure: its words in the order in which they stand, and what is left of the line. */
export type ReportRow = {
  number: string;
  title: string;
  unit: string;
  figures: string[];
  period: string;
  frequency: string;
  signs: string[];
  rest: string;
};

const anchor =
  /\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]* 20\d\d)\s+(monthly|quarterly|termly|half[- ]yearly|annual(?:ly)?)\b/gi;
const sign = /^(red|amber|green|blue|n\/a|up to date|overdue|not due)(?:\s+|$)/i;
const figure = /^[-−(£]{0,2}\d[\d,]*(?:\.\d+)?[%)]?$/;

/** As long as a title of a report may be. */
const longestTitle = 220;

/** Reads a line that names one period and how often there is a figure; null for any other line. */
export function reportRow(line: string): ReportRow | null {
  const text = line.replace(/\s+/g, ' ').trim();
  const anchors = [...text.matchAll(anchor)];
  const [match] = anchors;
  if (!match || anchors.length > 1 || /comments:|actions:/i.test(text)) return null;
  const words = text.slice(0, match.index).trim().split(' ');
  let first = words.length;
  while (first > 0 && figure.test(words[first - 1] ?? '')) first -= 1;
  const { signs, rest } = signsOf(text.slice(match.index + match[0].length).trim());
  const { title, unit, figures } = unitOf(words.slice(0, first), words.slice(first));
  const [, number = '', name = ''] = title.match(/^(\d{1,3})[.)]? (?=\D)(.*)$/) ?? [];
  const called = number ? name : title;
  if (!/\p{L}{3}/u.test(called) || called.length > longestTitle || figures.length === 0) return null;
  return {
    number,
    title: called,
    unit,
    figures,
    period: match[1] as string,
    frequency: match[2] as string,
    signs,
    rest,
  };
}

function signsOf(text: string): { signs: string[]; rest: string } {
  const signs: string[] = [];
  let rest = text;
  for (let match = rest.match(sign); match; match = rest.match(sign)) {
    signs.push(match[1] as string);
    rest = rest.slice(match[0].length);
  }
  return { signs, rest };
}

/** The unit between title and figures: the last words of the one that name a unit, with a number that belongs to them. */
function unitOf(words: string[], figures: string[]): { title: string; unit: string; figures: string[] } {
  if (/^per$/i.test(words.at(-1) ?? '') && figures.length > 1) {
    const isRate = /^(?:number|rate)$/i.test(words.at(-2) ?? '');
    const unit = [...(isRate ? words.slice(-2) : words.slice(-1)), figures[0]].join(' ');
    return { title: words.slice(0, isRate ? -2 : -1).join(' '), unit, figures: figures.slice(1) };
  }
  const last = words.at(-1) ?? '';
  if (words.length > 1 && unitIn(last) !== null && !/^[a-z]$/.test(last))
    return { title: words.slice(0, -1).join(' '), unit: last, figures };
  return { title: words.join(' '), unit: '', figures };
}

/** A row with as many figures as most have: one more after % is taken as part of the unit's sign, which is asked about. */
export function withCount(row: ReportRow, count: number): ReportRow | null {
  if (row.figures.length === count) return row;
  const [extra, ...figures] = row.figures;
  return row.unit === '%' && figures.length === count && /^\d$/.test(extra ?? '')
    ? { ...row, unit: `% ${extra}`, figures }
    : null;
}
