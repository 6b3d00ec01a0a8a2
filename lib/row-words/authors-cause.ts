import type { FrozenRow } from '@/lib/edition/edition';
import { judgementSentence } from '@/lib/target/judged-status';

/** Why a measure is Red in its author's own words, as many sentences as a cell of so many letters holds; with the judgement, where one stands. The rest is read under the measure. */
export function causeOf({ comments, rag }: Pick<FrozenRow, 'comments' | 'rag'>, letters: number): string {
  const judgement = rag.judged ? [judgementSentence(rag.judged)] : [];
  return [...judgement, comments ? opening(comments, letters) : 'No cause is recorded.'].join(' ');
}

/** The first sentences of a text up to a length; the first one always, and an ellipsis where something is left out. */
function opening(text: string, most: number): string {
  const flowing = text.trim().split(/\s+/).join(' ');
  const sentences = flowing.split(/(?<=[.!?]) (?=\p{Lu})/u);
  let shown = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (shown.length + sentence.length + 1 > most) break;
    shown = `${shown} ${sentence}`;
  }
  return shown.length < flowing.length ? `${shown}\u00a0…` : shown;
}
