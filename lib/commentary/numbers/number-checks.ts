import type { Finding } from '../finding';
import type { ReadingText } from '../reading-text';
import { dateFindings, promiseFindings } from './date-check';
import { judgedNumbers } from './judged-number';
import { malformedFindings } from './malformed-check';
import { readWords } from './read-words';
import { allEqualFindings, partsFindings } from './row-figures-check';
import { swappedFindings } from './shares-check';
import { unknownFindings } from './unknown-number-check';

const fields: Finding['place']['field'][] = [
  'figures',
  'measure',
  'comments',
  'publicNote',
  'actionText',
  'actionOwner',
  'actionDue',
];

/** Where a finding stands among all: by its text, and within it by its place. */
const order = ({ place, at }: Finding): [number, number, number] => [
  fields.indexOf(place.field),
  'action' in place ? place.action : 0,
  at,
];

/** Everything that numbers and dates in the words of a reading give to say, in the order of their places. Source: docs/rules.md, Numbers and dates. */
export function numberFindings(text: ReadingText): Finding[] {
  const words = readWords(text);
  const judged = judgedNumbers(words);
  const findings = [
    ...partsFindings(words),
    ...allEqualFindings(words),
    ...swappedFindings(words),
    ...malformedFindings(words),
    ...unknownFindings(words, judged),
    ...dateFindings(words, judged),
    ...promiseFindings(words),
  ];
  return findings
    .map((finding) => ({ finding, place: order(finding) }))
    .sort(({ place: a }, { place: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ finding }) => finding);
}
