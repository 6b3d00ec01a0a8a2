/** How many actions the reading form has room for. */
const mostActions = 8;

/** The numbers of the actions, from 1. */
export const actionNumbers = Array.from({ length: mostActions }, (_, index) => index + 1);

/** The names of the three fields of an action, by its number. */
export const actionFields = (n: number) => ({ text: `actionText${n}`, owner: `actionOwner${n}`, due: `actionDue${n}` });

/** Every field of the reading form that a content is read from. */
export const contentFields: string[] = [
  'value',
  'numerator',
  'denominator',
  'missing',
  'expectedOn',
  'provisional',
  'unusual',
  'comments',
  'publicNote',
  'revisionReason',
  ...actionNumbers.flatMap((n) => Object.values(actionFields(n))),
];

/** All that a person writes in the form: the fields of the content, and the actions that are ticked as done. */
export const writtenFields: string[] = [...contentFields, 'completed'];

/** What stands in the written fields as one text: two forms say the same when these are equal. */
export const writtenText = (fields: Record<string, string | undefined>): string =>
  JSON.stringify(writtenFields.map((field) => plain(field, fields[field] ?? '')));

/** Line breaks as browsers send them and as they are kept are the same, and so are ticks in another order. */
function plain(field: string, text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').trim();
  return field === 'completed' ? lines.split('\n').sort().join('\n') : lines;
}
