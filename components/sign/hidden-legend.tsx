import { hiddenMarker } from '@/lib/figure/withheld';
import { exceptedWords, hiddenMeaning, type KeptBack, roundedMeaning } from '@/lib/row-words/hidden-legend';

/** What the marker of hidden figures stands for, above the first one, and how many are shown in spite of it; nothing where there are none. */
export function HiddenLegend({ hidden, rounded = false, excepted = 0 }: KeptBack) {
  if (!hidden && !rounded && excepted === 0) return null;
  return (
    <p className="soft hidden-note">
      {hidden && (
        <>
          <b>{hiddenMarker}</b> {hiddenMeaning}{' '}
        </>
      )}
      {rounded && `${roundedMeaning} `}
      {excepted > 0 && exceptedWords(excepted)}
    </p>
  );
}
