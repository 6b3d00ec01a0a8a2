import { parseDay } from '@/lib/time/day-entry';
import { type EventTopic, eventTopics } from './event-topics';

/** What a history is narrowed to; null where it is not. Days are ISO, the last one included. */
export type HistoryQuestion = {
  person: number | null;
  topic: EventTopic | null;
  /** A measure's code. */
  measure: string | null;
  from: string | null;
  until: string | null;
  /** Only events before this one, by its number: the next page. */
  before: number | null;
};

/** What was typed for each part, as it stands in the address, and a sentence for each that is not followed. */
export type HistoryAnswer = { question: HistoryQuestion; typed: Record<string, string>; problems: Problem[] };
type Problem = { field: 'from' | 'until'; sentence: string };

type Parameters = Record<string, string | string[] | undefined>;

/** Everything that there is, from the newest on. */
export const everything: HistoryQuestion = {
  person: null,
  topic: null,
  measure: null,
  from: null,
  until: null,
  before: null,
};

/** Reads the parameters of an address; what cannot be followed narrows nothing, and a day that cannot is told. */
export function historyQuestion(parameters: Parameters): HistoryAnswer {
  const typed = Object.fromEntries(
    (['person', 'topic', 'measure', 'from', 'until', 'before'] as const).map((name) => [name, one(parameters[name])]),
  );
  const problems: Problem[] = [];
  const day = (field: 'from' | 'until') => {
    const text = typed[field] ?? '';
    if (text === '') return null;
    const parsed = parseDay(text);
    if ('day' in parsed) return parsed.day;
    problems.push({ field, sentence: parsed.problem });
    return null;
  };
  const { person = '', topic = '', measure = '', before = '' } = typed;
  const question = {
    person: number(person),
    topic: Object.hasOwn(eventTopics, topic) ? (topic as EventTopic) : null,
    measure: measure === '' ? null : measure.slice(0, 100),
    from: day('from'),
    until: day('until'),
    before: number(before),
  };
  if (question.from && question.until && question.from > question.until)
    problems.push({ field: 'until', sentence: 'The last day lies before the first: there is nothing between them.' });
  return { question, typed, problems };
}

/** The address of a history narrowed alike, with some parts put otherwise. */
export function historyHref(path: string, question: HistoryQuestion, changes: Partial<HistoryQuestion> = {}): string {
  const parts = Object.entries({ ...question, ...changes }).filter(([, value]) => value !== null);
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `${path}?${query}` : path;
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
const number = (text: string): number | null => (/^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null);
