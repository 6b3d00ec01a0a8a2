import type { Answers, Question } from '@/lib/bring-in/understanding-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { limits } from '@/lib/form/limits';
import { tooLong } from '@/lib/form/typed-text';
import { tidyText } from '@/lib/text/tidy-text';
import { parseDay } from '@/lib/time/day-entry';
import type { CouncilNow } from './council-now';

/** The keys under which it is answered whether a file's figures were published before, where and on which day. */
const keys = { before: 'published:before', where: 'published:where', on: 'published:on' } as const;

/** The places of a wish in which a row of a council's own sheet has the answers; our own sheets have columns for them. */
const answeredAs = { where: 'file_published_where', on: 'file_published_on' } as const;

const isReading = ({ kind }: Wish): boolean => kind === 'reading';
const hasOwnPlace = ({ fields }: Wish): boolean => Boolean(fields.published_where || fields.published_on);

/**
 * What is asked where a file has figures of several periods of a measure whose service has no edition yet: whether they are
 * history, published elsewhere; and if so, where and when. Until somebody says so they are drafts.
 */
export function questionsOfHistory(wishes: Wish[], council: CouncilNow, answers: Answers): Question[] {
  if (!hasHistory(wishes, council)) return [];
  const answer = answers[keys.before] ?? null;
  const before: Question = {
    id: keys.before,
    places: [],
    sentence: 'Were these figures published before, in a report of the council’s?',
    gloss:
      'Figures of periods that were over by then come in as history, which the head of service confirms all at once; the others are drafts.',
    choices: [
      { value: 'no', label: 'no, they are drafts for their owners' },
      { value: 'yes', label: 'yes, they come in as history' },
    ],
    answer,
    proposed: 'no',
  };
  return answer === 'yes' ? [before, whereQuestion(answers), dayQuestion(answers)] : [before];
}

function whereQuestion(answers: Answers): Question {
  const where = tidyText(answers[keys.where] ?? '');
  const isLong = where.length > limits.publishedIn.most;
  return {
    id: keys.where,
    places: [],
    sentence: 'Where were they published?',
    gloss: isLong
      ? tooLong(limits.publishedIn)
      : 'The public reads it beside them, such as: the annual report 2025/26.',
    choices: [],
    answer: where === '' || isLong ? null : where,
  };
}

function dayQuestion(answers: Answers): Question {
  const day = parseDay(answers[keys.on] ?? '');
  return {
    id: keys.on,
    places: [],
    sentence: 'On which day were they published?',
    gloss: 'problem' in day && answers[keys.on] ? day.problem : 'Such as 13 June 2026.',
    choices: [],
    answer: 'problem' in day ? null : (answers[keys.on] ?? null),
  };
}

/** Whether some measure whose service has no edition yet has figures of more than one period in the file. */
function hasHistory(wishes: Wish[], { measures, services }: CouncilNow): boolean {
  const published = new Set(
    services.filter(({ firstEditionAsAt }) => firstEditionAsAt !== null).map(({ slug }) => slug),
  );
  const late = new Set(measures.filter(({ serviceSlug }) => published.has(serviceSlug)).map(({ draft }) => draft.code));
  const periods = new Map<string, string>();
  return wishes.some((wish) => {
    const { measure = '', period = '' } = wish.fields;
    if (!isReading(wish) || hasOwnPlace(wish) || late.has(measure)) return false;
    const first = periods.get(measure) ?? period;
    periods.set(measure, first);
    return first !== period;
  });
}

/** The wishes of a file with what was answered about where its figures were published. */
export function wishesAsPublished(wishes: Wish[], questions: Question[]): Wish[] {
  const answerOf = (id: string) => questions.find((question) => question.id === id)?.answer ?? null;
  const [where, on] = [answerOf(keys.where), answerOf(keys.on)];
  if (where === null || on === null) return wishes;
  return wishes.map((wish) =>
    isReading(wish) && !hasOwnPlace(wish)
      ? { ...wish, fields: { ...wish.fields, [answeredAs.where]: where, [answeredAs.on]: on } }
      : wish,
  );
}

/** The fields of a row of readings, as history where it was answered so and its period was over on that day; else as they are. */
export function asHistory(
  fields: Wish['fields'],
  { end, isBeforeEditions }: { end: string; isBeforeEditions: boolean },
): Wish['fields'] {
  const { [answeredAs.where]: where, [answeredAs.on]: on, ...own } = fields;
  const day = on === undefined ? null : parseDay(on);
  if (where === undefined || on === undefined || !isBeforeEditions) return own;
  return day && 'day' in day && end < day.day ? { ...own, published_where: where, published_on: on } : own;
}
