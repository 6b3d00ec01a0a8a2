import type { MeasureFacts } from '@/lib/measure/measure';
import { counted, limitFigure } from '@/lib/trend/trend-words';
import type { Process } from './frozen-process';

type Drawn = Extract<Process, { refused: null }>;

/** What a process control chart shows, in one or two sentences: its mean and limits as they stand, and how many figures are signals. */
export function processSummary(process: Drawn, measure: Pick<MeasureFacts, 'unit' | 'decimals'>): string {
  const { segments, values, signals, restarts, hidden = 0 } = process;
  const segment = segments.at(-1);
  const limitText = (value: string) => limitFigure(value, measure);
  if (!segment?.centre) return 'No figures to work a normal range out from yet.';
  const range = segment.limits
    ? `, with limits at ${limitText(segment.limits.low)} and ${limitText(segment.limits.high)}`
    : ', without limits yet';
  const since = restarts.length > 0 ? ' since the last new baseline' : '';
  const count = values.filter((value) => value !== null).length;
  const met = Object.keys(signals).length;
  const none = segment.silent ? ', from which nothing is concluded' : '';
  const signalWords = met === 0 ? 'none is a signal' : `${met} ${met === 1 ? 'is a signal' : 'are signals'}`;
  return `The mean${since} is ${limitText(segment.centre)}${range}. Of ${counted(count, 'figure')}, ${signalWords}${met === 0 ? '' : none}.${leftOut(hidden)}`;
}

/** What is said of hidden figures, with which nothing is worked out. */
const leftOut = (hidden: number): string =>
  hidden === 0 ? '' : ` ${counted(hidden, 'hidden figure')} ${hidden === 1 ? 'is' : 'are'} left out.`;
