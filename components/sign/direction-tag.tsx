import { type Direction, directionWords } from '@/lib/target/direction-of-travel';
import { Shape } from './sign-shapes';

/**
 * Direction of travel in word, sign and colour. The arrow points up when things get better, not when the figure grows; "no change" has
 * two bars and a lighter weight, so that its Green does not outshine a Red beside it.
 */
export function DirectionArrow({ direction, colour }: { direction: Direction | null; colour: 'green' | 'red' | null }) {
  const steady = direction === 'no_change' ? ' steady' : '';
  return (
    <span className={`tag ${colour ?? 'none'}${steady}`}>
      <Shape symbol={direction ?? 'incomparable'} />
      {direction ? directionWords[direction] : 'Not compared'}
    </span>
  );
}
