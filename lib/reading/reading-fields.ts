import { type Kept, keptInOrder, mostKept } from './kept-warnings';

/** How many actions the reading form has room for. */
export const mostActions = 8;

/** The numbers of the actions, from 1. */
export const actionNumbers = Array.from({ length: mostActions }, (_, index) => index + 1);

/** The names of the three fields of an action, by its number. */
export const actionFields = (n: number) => ({ text: `actionText${n}`, owner: `actionOwner${n}`, due: `actionDue${n}` });

/** The numbers of the warnings that the form has room to keep, from 1. */
export const keptNumbers = Array.from({ length: mostKept }, (_, index) => index + 1);

/** The names of the fields of a kept warning, by its number: which it is, why it stands, and the same reason as last period. */
export const keptFields = (n: number) => ({
  finding: `keptFinding${n}`,
  reason: `keptReason${n}`,
  again: `keptAgain${n}`,
});

/** The warnings that the fields of the form keep, those for the reason of last period too. */
export const keptIn = (fields: Record<string, string | undefined>): Kept[] =>
  keptInOrder(
    keptNumbers.map((n) => {
      const { finding, reason, again } = keptFields(n);
      // A browser sends line breaks in another form than it got them.
      return {
        finding: (fields[finding] ?? '').replaceAll(/\r\n?/g, '\n'),
        reason: fields[reason]?.trim() || (fields[again] ?? ''),
      };
    }),
  );

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
  ...keptNumbers.flatMap((n) => Object.values(keptFields(n))),
];

/** Those of them that name a warning, or repeat what stands elsewhere: nobody typed them. */
const hiddenFields = new Set(keptNumbers.flatMap((n) => [keptFields(n).finding, keptFields(n).again]));

/** Those of them in which somebody types. */
export const typedFields: string[] = contentFields.filter((field) => !hiddenFields.has(field));

/** All that a person writes in the form: the fields of the content, and the actions that are ticked as done. */
export const writtenFields: string[] = [...contentFields, 'completed'];

/** What stands in the written fields as one text: two forms say the same when these are equal. */
export const writtenText = (fields: Record<string, string | undefined>): string =>
  JSON.stringify([
    ...writtenFields.filter((field) => !keptFieldNames.has(field)).map((field) => plain(field, fields[field] ?? '')),
    ...keptIn(fields).map(({ finding, reason }) => [plain('', finding), plain('', reason)]),
  ]);

const keptFieldNames = new Set(keptNumbers.flatMap((n) => Object.values(keptFields(n))));

/** Line breaks as browsers send them and as they are kept are the same, and so are ticks in another order. */
function plain(field: string, text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').trim();
  return field === 'completed' ? lines.split('\n').sort().join('\n') : lines;
}
