import type { SentenceNumber } from './sentence-numbers';
import type { Token } from './sentences';

const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean));

export const months = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
const lengths = set(
  'day days week weeks month months year years hour hours minute minutes quarter quarters fortnight yr yrs hrs mins mile miles km metre metres storey',
);
const kindsOfDays = set('working calendar school full whole clear consecutive academic financial successive');
const numbered = set(
  'section form stage year years tier level phase band type grade class category junction unit room page appendix table chart item part quarter qtr week day paragraph version step route schedule article regulation chapter objective priority outcome theme zone lot',
);
const pronounBefore = set('no any every each some which this that the another only');
const abstract = set(
  'reason reasons factor factors main way ways thing things biggest cause causes best area areas priority priorities aim aims issue issues key action actions highest lowest largest busiest first few councils authorities services most major worst example point side hand step steps stop option answer problem problems',
);

const isYearPair = (one: Token | undefined, mark: Token | undefined, other: Token | undefined): boolean =>
  /^[/–-]$/.test(mark?.text ?? '') &&
  /^\d{2,4}$/.test(one?.text ?? '') &&
  /^\d{2}$/.test(other?.text ?? '') &&
  (Number(one?.text) + 1) % 100 === Number(other?.text);

const isSlash = (token: Token | undefined) => token?.text === '/';
const isDigits = (token: Token | undefined) => /^\d+$/.test(token?.text ?? '');

/** Whether a number is part of a date: “3 July”, “July 3”, “2017/18”, “03/07/2018”. */
function isDate(tokens: Token[], { first, next }: SentenceNumber): boolean {
  const at = (index: number) => tokens[index];
  if (months.has(at(next)?.lower ?? '')) return true;
  if (months.has(at(first - 1)?.lower ?? '') && !/^\p{L}/u.test(at(next)?.text ?? '')) return true;
  if (isYearPair(at(first), at(next), at(next + 1)) || isYearPair(at(first - 2), at(first - 1), at(first))) return true;
  const three = (from: number) =>
    isDigits(at(from)) &&
    isSlash(at(from + 1)) &&
    isDigits(at(from + 2)) &&
    isSlash(at(from + 3)) &&
    isDigits(at(from + 4));
  return three(first) || three(first - 2) || three(first - 4);
}

/** Whether a number says how long, how old, at what time, which one or how much money, so that it counts nobody. */
export function countsNothing(tokens: Token[], number: SentenceNumber): boolean {
  const { first, next } = number;
  const after = (steps = 0) => tokens[next + steps]?.lower ?? '';
  const before = (steps = 1) => tokens[first - steps]?.lower ?? '';
  const glued = tokens[next]?.from === tokens[next - 1]?.until;
  if (isDate(tokens, number) || before() === '£') return true;
  if (
    /^(?:st|nd|rd|th|am|pm|s|million|m|k|bn|thirds?|quarters?)$/.test(after()) &&
    (glued || number.inWords || after() === 'million')
  )
    return true;
  if (lengths.has(after()) || (kindsOfDays.has(after()) && lengths.has(after(1)))) return true;
  if (
    after() === '-' &&
    (lengths.has(after(1)) || /^(?:thirds?|tier|way|stage|step|bed|bedroom|off|to|part)$/.test(after(1)))
  )
    return true;
  if (numbered.has(before()) || (before() === '-' && numbered.has(before(2)))) return true;
  for (let steps = 1; steps <= 4; steps += 1) if (/^(?:aged|ages?)$/.test(before(steps))) return true;
  return number.inWords && number.value === '1' && isPronoun(before(), after, tokens, next);
}

/** Whether “one” counts nothing: “no one”, “one of the reasons”, “one in four”, “one-off”. */
function isPronoun(before: string, after: (steps?: number) => string, tokens: Token[], next: number): boolean {
  if (pronounBefore.has(before) || before === '-' || /^(?:another|stop|in|hand|day)$/.test(after())) return true;
  if (abstract.has(after())) return true;
  return after() === 'of' && tokens.slice(next + 1, next + 5).some(({ lower }) => abstract.has(lower));
}

/** What officers count besides the people of their service: themselves, their posts, places, meetings and other things. */
const otherThings = set(`
  officer officers manager managers worker workers staff colleague colleagues member members post posts vacancy vacancies team
  teams crew crews meeting meetings session sessions workshop workshops audit audits panel panels school schools council
  councils authority authorities area areas service services project projects measure measures site sites building buildings
  provider providers agency agencies partner partners partnership vehicle vehicles lorry lorries van vans course courses
  module modules phase phases report reports letter letters apprentice apprentices nurse nurses consultant consultants
  inspector inspectors inspection inspections recruit recruits bed beds ward wards office offices hub hubs centre centres
  library libraries times occasion occasions round rounds planner planners engineer engineers adviser advisers contractor
  contractors points changes weekend weekends gang gangs machine machines system systems event events home homes depot depots
  town towns village villages percentage main new-starters assessor assessors supervisor supervisors lawyer lawyers judge
  judges department departments directorate directorates campaign campaigns pilot pilots branch branches`);

/** Words that may stand between a number and what it counts; after any other one, a thing may be what people do: “37 left home”. */
const describing = set(
  'new more additional extra further other local vacant empty full part time senior junior social support agency temporary permanent small large',
);

/** Whether a number counts something that is named right behind it and is none of what the measure counts. */
export function countsOtherThings(tokens: Token[], { next }: SentenceNumber, counted: Set<string>): boolean {
  for (let steps = 0; steps < 4; steps += 1) {
    const word = tokens[next + steps]?.lower ?? '';
    if (counted.has(word)) return false;
    if (otherThings.has(word) || abstract.has(word)) return true;
    if (!describing.has(word) && word !== '-') return false;
  }
  return false;
}
