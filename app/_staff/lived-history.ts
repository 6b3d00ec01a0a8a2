import { recordedAsLived } from '@/app/_server/clock';

/** A history with its moments as they are told on the day that is lived in. */
export const livedHistory = <H extends { lines: { at: string }[] }>(history: H): H => ({
  ...history,
  lines: history.lines.map((line) => ({ ...line, at: recordedAsLived(line.at) })),
});
