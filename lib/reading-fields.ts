/** As many actions as the reading form has room for. */
const mostActions = 8;

/** The numbers of the actions, from 1. */
export const actionNumbers = Array.from({ length: mostActions }, (_, index) => index + 1);

/** The names of the three fields of an action, by its number. */
export const actionFields = (n: number) => ({ text: `actionText${n}`, owner: `actionOwner${n}`, due: `actionDue${n}` });

/** Every field of the reading form that a content is read from. */
export const contentFields: string[] = [
  ...['value', 'numerator', 'denominator', 'missing', 'expectedOn', 'provisional', 'unusual', 'comments'],
  ...['publicNote', 'revisionReason'],
  ...actionNumbers.flatMap((n) => Object.values(actionFields(n))),
];
