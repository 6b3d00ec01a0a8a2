import type { z } from 'zod';
import type { Problem } from '@/lib/form/form-state';

/** What a form of ours makes of these fields, or everything that is wrong with them, each at its field. */
export function asForm<T>(
  schema: z.ZodType<T>,
  fields: Record<string, unknown>,
): { input: T } | { problems: Problem[] } {
  const result = schema.safeParse(fields);
  if (result.success) return { input: result.data };
  const problems = result.error.issues.map(({ path, message }) => ({
    field: path.length > 0 ? String(path[0]) : null,
    sentence: message,
  }));
  return { problems };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** As long as a choice of a form may be. */
const mostOfChoice = 40;

/**
 * The choice that a text means: by its own name (previous_period, Previous period) or by one of its words; the text itself where
 * it is none, so that the form says what may be chosen.
 */
export function choiceIn<T extends string>(text: string, names: readonly T[], words: (name: T) => string[]): string {
  const typed = text.trim();
  const found =
    names.find((name) => words(name).some((word) => word.trim().toLowerCase() === typed.toLowerCase())) ??
    names.find((name) => plain(typed) !== '' && [name, ...words(name)].some((word) => plain(word) === plain(typed)));
  return found ?? typed.slice(0, mostOfChoice);
}

/** What a yes or no of a file means; null for neither. An empty cell is no. */
export function tickIn(text: string): 'yes' | 'no' | null {
  const typed = text.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'x', '✓'].includes(typed)) return 'yes';
  return ['', 'no', 'n', 'false', '0'].includes(typed) ? 'no' : null;
}
