import type { PublishedReading } from './published-reading';

type JudgedReading = Pick<PublishedReading, 'start' | 'value' | 'colour' | 'illustrative' | 'completed' | 'hidden'>;

/**
 * How long a measure has been Red, and how many actions were completed: '3 actions completed, still Red after 5 periods.'; null unless it
 * is Red for at least the second time running. Readings the newest first; invented ones are not counted, and a period
 * without a figure, or with a colour that is hidden, neither counts nor ends the run.
 */
export function stillRed(readings: JudgedReading[]): string | null {
  const isCounted = ({ illustrative, value, colour, hidden }: JudgedReading) =>
    !illustrative && value !== null && !(hidden && colour === null);
  const real = readings.filter(isCounted);
  const end = real.findIndex(({ colour }) => colour !== 'red');
  const run = end === -1 ? real : real.slice(0, end);
  const first = run.at(-1);
  if (run.length < 2 || !first) return null;
  const since = readings.filter(({ start, illustrative }) => !illustrative && start >= first.start);
  const done = new Set(since.flatMap(({ completed }) => completed.map(({ start, text }) => `${start} ${text}`))).size;
  const actions = done === 0 ? 'No action completed yet' : `${done} ${done === 1 ? 'action' : 'actions'} completed`;
  return `${actions}, still Red after ${run.length} periods.`;
}
