import { hiddenMarker } from '@/lib/figure/withheld';

type Props = { hidden: boolean; rounded?: boolean; excepted?: number };

/** What the marker of hidden figures stands for, above the first one, and how many are shown in spite of it; nothing where there are none. */
export function HiddenNote({ hidden, rounded = false, excepted = 0 }: Props) {
  if (!hidden && !rounded && excepted === 0) return null;
  return (
    <p className="soft">
      {hidden && (
        <>
          <b>{hiddenMarker}</b> stands in the place of a figure that is hidden, because it could tell of a single person
          or of a few, or because such a figure could be worked out from it.{' '}
        </>
      )}
      {rounded && 'A figure that says “rounded” is shown at fewer decimals for the same reason. '}
      {excepted > 0 && exceptedWords(excepted)}
    </p>
  );
}

const exceptedWords = (count: number): string =>
  count === 1
    ? '1 figure is shown although it is small, for a reason that two people confirmed.'
    : `${count} figures are shown although they are small, each for a reason that two people confirmed.`;
