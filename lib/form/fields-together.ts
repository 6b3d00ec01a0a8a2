import { z } from 'zod';
import type { Problem } from './form-state';

/** What is made of fields that are judged together, or every problem with them, each at its own field. */
export type Judged<T> = { input: T } | { problems: Problem[] };

/** The problem of a field in which nothing was typed, or none. */
export const missing = (field: string, typed: string, sentence: string): Problem[] =>
  typed.trim() ? [] : [{ field, sentence }];

/** What was typed, where there is no problem with it. */
export const unless = <T>(problems: Problem[], input: T): Judged<T> => (problems.length > 0 ? { problems } : { input });

/**
 * The last step of a form's schema, for what one field alone cannot tell: what is missing in a list, a moment of a day and a
 * time, a sentence that names something. It runs only when each field by itself is as it should be.
 */
export function together<Typed, T>(judge: (typed: Typed) => Judged<T>) {
  return (typed: Typed, context: z.RefinementCtx<Typed>): T => {
    const judged = judge(typed);
    if ('input' in judged) return judged.input;
    for (const { field, sentence } of judged.problems)
      context.addIssue({ code: 'custom', path: field === null ? [] : [field], message: sentence, input: typed });
    return z.NEVER;
  };
}
