import { Exact } from '@/lib/figure/decimal';

/** A number inside a cluster: where it is from the cluster's beginning, its exact value, its decimals as written. */
export type ClusterNumber = { from: number; to: number; value: string; decimals: number };

/** Why digits are no figure of a measure. */
type ClusterReason = 'ordinal' | 'time' | 'telephone' | 'reference' | 'age' | 'duration' | 'idiom' | 'year';

/** What a cluster of signs with digits says. */
export type Cluster =
  | { kind: 'number' | 'percent' | 'money'; numbers: [ClusterNumber] }
  | { kind: 'range'; numbers: [ClusterNumber, ClusterNumber]; percent: boolean; money: boolean }
  | { kind: 'share'; numbers: [ClusterNumber, ClusterNumber] }
  | { kind: 'exempt'; reason: ClusterReason }
  | { kind: 'malformed'; problem: string; mend: string; instead?: string };

const longest = 40;
const head = /^([-+~]?)(£?)((?:\d[\d,]*)?(?:\.\d+)?)(.*)$/s;
const grouped = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const multiples: Record<string, string> = {
  k: '1000',
  m: '1000000',
  mn: '1000000',
  bn: '1000000000',
  million: '1000000',
};
const halves: Record<string, string> = { '½': '0.5', '¼': '0.25', '¾': '0.75' };
const timeUnits = /^-(?:day|week|month|year|hour|minute)s?(?:-old)?s?$/i;

const malformed = (problem: string, mend: string, instead?: string): Cluster =>
  instead === undefined ? { kind: 'malformed', problem, mend } : { kind: 'malformed', problem, mend, instead };

const letterO = /[oO\u039f\u03bf\u041e\u043e]/g;

/** Digits with a letter among them that looks like one: "1O3", "3O%", "2l6". */
function withLetter(text: string): Cluster | null {
  if (/^[£\d.,]*\d[\d.,]*[oO\u039f\u03bf\u041e\u043e][\doO\u039f\u03bf\u041e\u043e.,]*%?$/.test(text))
    return malformed('has a letter O where a zero should be', 'Type the figure in digits.', text.replace(letterO, '0'));
  if (/^\d+[lI]\d+%?$/.test(text))
    return malformed('has a letter where a one should be', 'Type the figure in digits.', text.replace(/[lI]/, '1'));
  const slashed = /^(\d{1,4})\/(\d{0,3})([a-z])(\d{0,2})$/i.exec(text);
  if (slashed && !/s$/i.test(text)) {
    const year = text.replace(/g/i, '9');
    const [first = '', second = ''] = year.split('/');
    const isYear = /^\d\d$/.test(second) && (Number(first) + 1) % 100 === Number(second);
    return malformed('has a letter among its digits', 'Type it in digits only.', isYear ? year : undefined);
  }
  return null;
}

/** What stands wrong in the commas of a figure; null where they stand before groups of three, or part the items of a list. */
function wrongCommas(body: string, text: string): Cluster | null {
  const integer = body.split('.')[0] ?? '';
  if (!integer.includes(',') || grouped.test(integer)) return null;
  if (/^\d{1,2}(?:,\d{1,2}){2,}$/.test(integer)) return { kind: 'exempt', reason: 'reference' };
  const single = integer.indexOf(',') === integer.lastIndexOf(',') && !body.includes('.');
  return malformed(
    single ? 'has a comma where a decimal point may be meant' : 'has a comma in the wrong place',
    'Write a point before decimals, and a comma only before each three digits.',
    single && /,\d{1,2}$/.test(integer) && !/^\d{4,}|^0\d/.test(integer) && /^\d{1,3},\d$/.test(integer)
      ? text.replace(',', '.')
      : undefined,
  );
}

const numberOf = (digits: string, from: number, to: number, times = '1', negative = false): ClusterNumber => {
  const plain = digits.replaceAll(',', '');
  const exact = new Exact(plain).times(times);
  return {
    from,
    to,
    value: (negative ? exact.negated() : exact).toFixed(),
    decimals: Math.max(0, exact.decimalPlaces(), times === '1' ? (plain.split('.')[1]?.length ?? 0) : 0),
  };
};

/** Two numbers with a sign between them: "5-9", "70%-75%", "£3-4", "88/91". */
function pair(text: string): Cluster | null {
  const match = /^(£?)(\d[\d,]*(?:\.\d+)?)(%?)([-/])(£?)(\d[\d,]*(?:\.\d+)?)(%?)$/.exec(text);
  if (!match) return null;
  const [, pound = '', low = '', lowPercent = '', sign, poundAgain = '', high = '', percent = ''] = match;
  const second = text.length - percent.length - high.length;
  const numbers: [ClusterNumber, ClusterNumber] = [
    numberOf(low, pound.length, pound.length + low.length),
    numberOf(high, second, second + high.length),
  ];
  if (sign === '/') {
    if (text === '24/7') return { kind: 'exempt', reason: 'idiom' };
    return pound || lowPercent ? null : { kind: 'share', numbers };
  }
  return { kind: 'range', numbers, percent: Boolean(percent || lowPercent), money: Boolean(pound || poundAgain) };
}

/** What stands after the digits of a cluster. */
function suffixed(body: string, sign: string, pound: string, tail: string): Cluster {
  const lower = tail.toLowerCase().replace(/'s$/, '');
  const from = sign.length + pound.length;
  const one = (kind: 'number' | 'percent' | 'money', times?: string): Cluster => ({
    kind,
    numbers: [numberOf(body, sign === '-' ? 0 : from, from + body.length, times, sign === '-')],
  });
  if (/^(?:st|nd|rd|th)$/.test(lower)) return { kind: 'exempt', reason: 'ordinal' };
  if (/^(?:am|pm|:\d\d(?:am|pm)?)$/.test(lower)) return { kind: 'exempt', reason: 'time' };
  if (/^(?:s|\+)$/.test(lower)) return { kind: 'exempt', reason: body.length === 4 ? 'year' : 'age' };
  if (timeUnits.test(lower)) return { kind: 'exempt', reason: lower.includes('old') ? 'age' : 'duration' };
  const multiple = multiples[lower];
  if (multiple && (pound || lower !== 'm')) return one(pound ? 'money' : 'number', multiple);
  if (lower === '' || lower.startsWith('-')) return one(pound ? 'money' : 'number');
  if (/^%(?:-|$)/.test(lower)) return one('percent');
  if (lower === 'p') return one('money', '0.01');
  if (/^%/.test(lower))
    return malformed('has a sign too many', 'Write the percentage with one sign.', `${sign}${body}%`);
  if (/^\.\d/.test(lower)) return malformed('has more than one decimal point', 'Write the figure with one point.');
  return { kind: 'exempt', reason: 'reference' };
}

/** What a cluster of signs with digits says, by itself; in time that grows with its length alone. */
export function clusterOf(text: string): Cluster {
  const half = halves[text];
  if (half) return { kind: 'number', numbers: [{ from: 0, to: 1, value: half, decimals: 2 }] };
  if (text.length > longest || /^[\p{L}]|:\/\/|@|[½¼¾]|\.\p{L}/u.test(text))
    return { kind: 'exempt', reason: 'reference' };
  if (/^\+?0\d{4,}$|^\+\d{5,}$/.test(text)) return { kind: 'exempt', reason: 'telephone' };
  const letter = withLetter(text);
  if (letter) return letter;
  const both = pair(text);
  const [, sign = '', pound = '', body = '', tail = ''] = head.exec(text) ?? [];
  if (body === '') return { kind: 'exempt', reason: 'reference' };
  const commas = wrongCommas(both ? '' : body, text);
  if (commas) return commas;
  return both ?? suffixed(body, sign, pound, tail);
}
