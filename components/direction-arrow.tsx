import { type Direction, directionWords } from '../lib/travel';
import { Shape } from './symbol-sprite';

/** Direction of travel in word, arrow and colour. The arrow points up when things get better, not when the figure grows. */
export function DirectionArrow({ direction, colour }: { direction: Direction | null; colour: 'green' | 'red' | null }) {
  return (
    <span className={`tag ${colour ?? 'none'}`}>
      <Shape of={direction ?? 'incomparable'} />
      {direction ? directionWords[direction] : 'Not compared'}
    </span>
  );
}
