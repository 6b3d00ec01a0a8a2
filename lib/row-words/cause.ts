import type { FrozenRow } from '@/lib/edition/edition';
import { judgementSentence } from '@/lib/target/judged-status';

/** How long the words of the author may be where a cause stands in a table; the rest is read under the measure. */
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
