/** A text without the full stops and blanks at its end, for a sentence that goes on or ends by itself; in one pass however long. */
export function withoutEnd(words: string): string {
  let end = words.length;
  while (end > 0 && (words[end - 1] === '.' || words[end - 1]?.trim() === '')) end -= 1;
  return words.slice(0, end);
}
