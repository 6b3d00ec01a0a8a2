import type { FrozenRow } from '@/lib/edition/edition';
import { judgementSentence } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';
import type { Line } from './paper';

/** How long the words of the author may be in a cell of the cover; the rest is read under the measure. */
const longest = 240;

/** Why a measure is Red in its author's own words, as many sentences as a cell can hold; with the judgement, where one stands. */
export function causeOf({ comments, rag }: Pick<FrozenRow, 'comments' | 'rag'>): string {
  const judgement = rag.judged ? [judgementSentence(rag.judged)] : [];
  return [...judgement, comments ? opening(comments) : 'No cause is recorded.'].join(' ');
}

/** The first sentences of a text up to a length; the first one always, and an ellipsis where something is left out. */
function opening(text: string, most = longest): string {
  const flowing = text.trim().split(/\s+/).join(' ');
  const sentences = flowing.split(/(?<=[.!?]) (?=\p{Lu})/u);
  let shown = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (shown.length + sentence.length + 1 > most) break;
    shown = `${shown} ${sentence}`;
  }
  return shown.length < flowing.length ? `${shown} …` : shown;
}

/** An action with who does it and by when: 'Go through the cases. Head of Safeguarding, no date set'. */
export const actionLine = ({ text, owner, due }: FrozenRow['actions'][number]): Line => [
  { text: `${text} ` },
  { text: `${owner}, ${due ? `by ${formatDate(due)}` : 'no date set'}`, manner: 'small', tone: 'soft' },
];
