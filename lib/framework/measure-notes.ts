import { followsFromFigures } from '@/lib/edition/row-notes';

/** The notes that stand under the row of a measure, from a line each; the problem is a line that an edition would take for its own. */
export function notesOf(typed: string): { notes: string[]; problem: string | null } {
  const notes = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const taken = notes.find(followsFromFigures);
  return {
    notes,
    problem: taken
      ? `“${taken.slice(0, 40)}” begins like a note that editions make by themselves: word it otherwise.`
      : null,
  };
}
