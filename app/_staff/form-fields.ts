import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '@/lib/form/form-state';

/** What a form holds: text by name, and a list where a name came more than once. */
export type Fields = Map<string, string | string[]>;

const mostFields = 500;
const mostText = 300_000;

/** The fields of a form as they were sent, without what the framework adds; null for what is no form of ours. */
export function fieldsOf(form: unknown): Fields | null {
  if (!(form instanceof FormData)) return null;
  const entries = [...form].filter(([name]) => !name.startsWith('$ACTION'));
  const fields: Fields = new Map();
  let length = 0;
  for (const [name, value] of entries) {
    if (typeof value !== 'string') return null;
    length += name.length + value.length;
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [before, value].flat());
  }
  return entries.length <= mostFields && length <= mostText ? fields : null;
}

/** What to hand back to the form: everything typed, apart from passwords; a list line by line. */
export function typedIn(fields: Fields): Record<string, string> {
  const typed = [...fields].filter(([name]) => name !== 'key' && !/password/i.test(name) && name !== '__proto__');
  return Object.fromEntries(typed.map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : value]));
}

/** The hidden key that a form was sent with; undefined when it has none that could be one. */
export function keyIn(fields: Fields): string | undefined {
  const key = fields.get('key');
  return typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? key : undefined;
}

/**
 * What tells one sending of a form from another: its key with all that it says. The same form pressed twice is one sending;
 * a form that somebody went back to and changed is another.
 */
export function sendingOf(fields: Fields): string | undefined {
  if (!keyIn(fields)) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([...fields].sort()))
    .digest('base64url');
}

export const notOurs =
  'This form did not arrive as our page made it, so nothing was changed. Load the page again, please.';

/** What a form says, or what is wrong with it. Fields that the schema does not know are refused, never passed over. */
export function read<T>(schema: z.ZodType<T>, fields: Fields): { input: T } | { problems: Problem[] } {
  const lists = Object.entries(shapeOf(schema)).filter(isList);
  const values = new Map(fields);
  values.delete('key');
  for (const [name] of lists) {
    const value = values.get(name);
    if (typeof value === 'string') values.set(name, [value]);
  }
  if (values.has('__proto__')) return { problems: [{ field: null, sentence: notOurs }] };
  const result = schema.safeParse(Object.fromEntries(values));
  if (result.success) return { input: result.data };
  // A form of ours always sends each of its fields once, as text: anything else was not typed by a person.
  const forged = result.error.issues.some(({ code }) => code === 'unrecognized_keys' || code === 'invalid_type');
  if (forged) return { problems: [{ field: null, sentence: notOurs }] };
  const problems = result.error.issues.map(({ path, message }) => ({
    field: path.length > 0 ? String(path[0]) : null,
    sentence: message,
  }));
  return { problems };
}

/** The fields that a schema knows, also where it goes on to judge them together. */
function shapeOf(schema: unknown): Record<string, unknown> {
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in);
  return schema instanceof z.ZodObject ? schema.shape : {};
}

function isList([, schema]: [string, unknown]): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isList(['', schema.unwrap()]);
  return schema instanceof z.ZodArray;
}
