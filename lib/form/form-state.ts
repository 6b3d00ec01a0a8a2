import { Refused } from './refused';

/**
 * Something wrong with a form: the field it stands in (null for the whole form), and a sentence on how to mend it; `instead` is what
 * the field of that name is filled with, to be confirmed by sending the form again.
 */
export type Problem = { field: string | null; sentence: string; instead?: string };

/** What was typed, with what the problems put in its place. */
export function withInstead(typed: Record<string, string>, problems: Problem[]): Record<string, string> {
  const filled = { ...typed };
  for (const { field, instead } of problems) if (field !== null && instead !== undefined) filled[field] = instead;
  return filled;
}

/** Trouble in the fields of a form, each with its sentence: thrown where the fields can only be judged against the record. */
export class Mistyped extends Refused {
  override name = 'Mistyped';
  constructor(
    readonly problems: Problem[],
    options?: ErrorOptions,
  ) {
    super(problems.map(({ sentence }) => sentence).join(' '), options);
  }
}

/**
 * What a form shows after it was sent and something was wrong, or when it says that something is done; `key` is the one to
 * send it with the next time.
 */
export type FormState = { problems: Problem[]; typed: Record<string, string>; done?: string; key?: string | undefined };

/** What a form does with what it holds, for `useActionState`: made by `action` in app/_staff/action.ts. */
export type FormAction = (state: FormState | null, form: FormData) => Promise<FormState>;

/** The problem of a field, or undefined. */
export const problemOf = (state: FormState | null, field: string): string | undefined =>
  state?.problems.find((problem) => problem.field === field)?.sentence;
