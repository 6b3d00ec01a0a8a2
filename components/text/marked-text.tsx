import type { Piece } from '@/lib/search/marked-words';

/** A text with the words of the question marked in it. */
export function MarkedText({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
