import type { Piece } from '@/lib/search/marked-words';

/** A text with what was looked for marked in it. */
export function MarkedText({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
