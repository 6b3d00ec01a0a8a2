import { Mistyped, type Problem } from '@/lib/form/form-state';

/** The trouble in the fields of a form that an attempt ended with; anything else is thrown on. */
async function problemsWith(attempt: Promise<unknown>): Promise<Problem[]> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Mistyped) return error.problems;
    throw error;
  }
  return [];
}

/** The same as sentences. */
export const mistyped = async (attempt: Promise<unknown>): Promise<string> =>
  (await problemsWith(attempt)).map(({ sentence }) => sentence).join(' ');
