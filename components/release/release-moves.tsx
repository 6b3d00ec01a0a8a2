import { formatInstant } from '@/lib/time/instant';

type Props = { moves: { fromAt: string; toAt: string; reason: string }[] };

/** Each time that an announced release was moved, and why. */
export function ReleaseMoves({ moves }: Props) {
  if (moves.length === 0) return null;
  return (
    <ul className="release-moves">
      {moves.map(({ fromAt, toAt, reason }) => (
        <li key={`${fromAt} ${toAt}`}>
          Moved from {formatInstant(fromAt)} to {formatInstant(toAt)}: {reason}
        </li>
      ))}
    </ul>
  );
}
