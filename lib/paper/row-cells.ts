import type { FrozenFigure, FrozenRow, Mark } from '@/lib/edition/edition';
import { notClosedMark, saysNotClosed } from '@/lib/edition/not-closed-yet';
import { besideFigure, noFigureWords, ruleWords } from '@/lib/row-words/mark-words';
import { directionWords } from '@/lib/target/direction-of-travel';
import { colourWords } from '@/lib/target/target';
import type { Line, Run } from './paper';

/** The cells of a row as a paper says them: the same words as the row's on the public page. */

/** A figure with its marks; without one why there is none, or its marker. */
export function figureLines(figure: FrozenFigure, marks: Mark[], reason = false): Line[] {
  if (figure.text === null) return [[{ text: noFigureWords(figure, reason), manner: 'small' }]];
  const beside = besideFigure(figure, marks).map((text): Line => [{ text, manner: 'small', tone: 'soft' }]);
  return [[{ text: figure.text, manner: 'figure' }], ...beside];
}

/** The earlier figure, and what it stands for where that is not the year of the column's head. */
export function previousLines(row: FrozenRow, comparisonYear: string): Line[] {
  const { previous } = row;
  const label: Line[] = previous.label === comparisonYear ? [] : [[small(previous.label)]];
  if (saysNotClosed(row)) return [[small(notClosedMark)], ...label];
  return [...figureLines(previous, previous.marks ?? []).map(quiet), ...label];
}

/** A target with the words of its rule before its figure, on one line: 'at most 76'. */
export function targetLines({ target }: FrozenRow): Line[] {
  const words = ruleWords(target);
  const [first = [], ...rest] = figureLines(target, []).map(quiet);
  return [words ? [{ text: words, manner: 'small', tone: 'soft' }, ...first] : first, ...rest];
}

/** What the current figure is of: its period, and what it covers where that is not the period alone. */
export const coverLines = ({ period, covers }: FrozenRow): Line[] => [
  [{ text: period?.label ?? 'none yet', tone: 'soft' }],
  ...(covers ? [[small(covers)]] : []),
];

/** Performance against target: the colour, or the one that was judged with the rule's beneath. */
export function colourLines({ rag: { colour, judged } }: FrozenRow): Line[] {
  if (!judged) return [[colourRun(colour)]];
  const rule = colour ? colourWords[colour] : 'No colour';
  const run = colourRun(judged.colour);
  return [
    [{ text: `Judged ${run.text}`, manner: 'strong', tone: judged.colour, sign: judged.colour }],
    [small(`rule: ${rule}`)],
  ];
}

/** A colour as a run: Red alone is a block. */
function colourRun(colour: FrozenRow['rag']['colour']): Run {
  if (colour === null) return { text: 'No colour', tone: 'soft', sign: 'none' };
  return { text: colourWords[colour], manner: colour === 'red' ? 'block' : 'strong', tone: colour, sign: colour };
}

/** Direction of travel: an arrow up is better, whatever the number does. */
export function directionLine({ travel: { direction, colour } }: FrozenRow): Line {
  if (direction === null) return [{ text: 'Not compared', tone: 'soft', sign: 'incomparable' }];
  const words = directionWords[direction];
  if (direction === 'no_change') return [{ text: words, tone: colour ?? 'soft', sign: direction }];
  return [{ text: words, manner: 'strong', tone: colour ?? 'soft', sign: direction }];
}

export const small = (text: string): Run => ({ text, manner: 'small', tone: 'soft' });

/** A figure that is not the row's own: in the weight of words. */
const quiet = (line: Line): Line => line.map((run) => (run.manner === 'figure' ? { text: run.text } : run));
