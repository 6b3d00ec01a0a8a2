import type { Answers, LeftOut, Question } from '@/lib/bring-in/understanding-shape';
import type { Place } from '@/lib/bring-in/wish';

type NewQuestion = Omit<Question, 'places' | 'answer'>;

/** What is asked and what is left out while a file is understood. */
export type Asking = {
  answers: Answers;
  /** Asks once for each id, of all the places that it is about; gives the answer, else what is proposed, else null. */
  ask: (question: NewQuestion, places: Place[]) => string | null;
  leaveOut: (place: Place, why: string) => void;
  questions: () => Question[];
  leftOut: LeftOut[];
};

/** As many places of one question as are kept: more of the same are the same question. */
const mostPlaces = 2_000;

/** Begins to ask, with the answers that there are. */
export function asking(answers: Answers): Asking {
  const questions = new Map<string, Question>();
  const leftOut: LeftOut[] = [];
  return {
    answers,
    ask: (question, places) => {
      const known = questions.get(question.id);
      const answer = answerTo(question, answers);
      if (known) known.places.push(...places.slice(0, mostPlaces - known.places.length));
      else questions.set(question.id, { ...question, places: [...places], answer });
      return answer ?? question.proposed ?? null;
    },
    leaveOut: (place, why) => void leftOut.push({ place, why }),
    questions: () => [...questions.values()],
    leftOut,
  };
}

/** An answer that is none of the choices is no answer. */
function answerTo({ id, choices }: NewQuestion, answers: Answers): string | null {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === undefined || answer === '') return null;
  return choices.length === 0 || choices.some(({ value }) => value === answer) ? answer : null;
}

/** Whether a key names a cell or a row of one file, so that its answer says nothing about the next one. */
const namesPlace = (key: string): boolean => /^(?:cell|row|code|heading|year|period|polarity|figure):/.test(key);

/** The answers that hold for the next file too. */
export const rememberedAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key, answer]) => !namesPlace(key) && answer !== ''));
