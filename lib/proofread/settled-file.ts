import type { Steps } from '@/lib/bring-in/understanding/cell/steps';
import { understandSteps } from '@/lib/bring-in/understanding/understand';
import type { Answers, Question, Understanding } from '@/lib/bring-in/understanding-shape';
import { listed } from '@/lib/text/number-in-words';
import type { Workbook } from '@/lib/workbook/workbook';

/** A file as it is read without anybody to ask: what was taken for granted, and which questions stay open. */
export type SettledFile = {
  understanding: Understanding;
  /** The codes of measures of which nothing on their sheet says which way is better; their targets read as “at least”. */
  withoutPolarity: Set<string>;
  assumed: string[];
  open: Question[];
};

/** What the columns of figures of a report are, by their number, as such reports print them from left to right. */
const usualColumns: Record<number, string[]> = {
  1: ['reading'],
  2: ['target', 'reading'],
  3: ['outturn', 'target', 'reading'],
};
const columnWords: Record<string, string> = {
  outturn: 'last year’s figure',
  target: 'the target',
  reading: 'the figure itself',
};

/** The service of rows that name none: it is shown nowhere. */
const noService = 'This file';

const betterOfOne = /^measure:(.+):better$/;

/** Reads a file without a council beside it. What nobody is asked is taken as such files usually mean it, and said. */
export function* settledFile(workbook: Workbook, given: Answers, today: string): Steps<SettledFile> {
  const context = { today, services: [], people: [], codes: [] };
  const first = yield* understandSteps(workbook, given, context);
  const { answers, assumed } = assumedAnswers(first.questions, given);
  const second = yield* understandSteps(workbook, answers, context);
  const withoutPolarity = new Set<string>();
  const settled: Answers = { ...answers };
  for (const { id, answer } of second.questions) {
    const code = answer === null ? betterOfOne.exec(id)?.[1] : undefined;
    if (code === undefined) continue;
    withoutPolarity.add(code);
    settled[id] = 'higher';
  }
  const understanding = withoutPolarity.size === 0 ? second : yield* understandSteps(workbook, settled, context);
  const open = understanding.questions.filter(({ answer, proposed }) => answer === null && proposed === undefined);
  return { understanding, withoutPolarity, assumed, open };
}

/** Answers for the questions to which such files have a usual answer. */
function assumedAnswers(questions: Question[], given: Answers): { answers: Answers; assumed: string[] } {
  const answers: Answers = { ...given };
  const assumed: string[] = [];
  const figures = questions.filter(({ id, answer }) => /^column:figure \d+$/.test(id) && answer === null);
  const roles = usualColumns[figures.length] ?? [];
  for (const [index, { id }] of figures.entries()) if (roles[index]) answers[id] = roles[index];
  if (roles.length > 0)
    assumed.push(
      `The figures of each line were read, from left to right, as ${listed(roles.map((role) => columnWords[role] ?? role))}.`,
    );
  for (const { id, answer } of questions) {
    if (answer !== null) continue;
    if (id.startsWith('service:')) answers[id] = noService;
    else if (id.startsWith('polarity:')) answers[id] = 'each';
    else if (/^unit:% ?\d?$/.test(id)) answers[id] = 'percent';
  }
  return { answers, assumed };
}
