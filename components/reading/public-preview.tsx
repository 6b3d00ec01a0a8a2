import { HiddenList } from '@/components/service/hidden-list';
import type { ReadingPage } from '@/db/queries/reading/reading-page';
import type { FrozenRow } from '@/lib/edition/edition';
import { ReadingPreview } from './reading-preview';

type Props = { publicly: ReadingPage['publicly']; comparisonYear: string; today: string };

/** What the public would not be shown of a reading, and the row that it would see; nothing where it would see everything. */
export function PublicPreview({ publicly, comparisonYear, today }: Props) {
  if (!publicly) return null;
  return (
    <>
      <h3>What the public will see</h3>
      <p>You see every figure of this row. The public will not, and an approval is of both.</p>
      <HiddenList hidden={publicly.hidden} caption="Hidden from the public" />
      <ReadingPreview
        row={publicly.row}
        comparisonYear={comparisonYear}
        today={today}
        caption="The row as the public will see it"
      />
    </>
  );
}

/** A reading's row as the staff see it, and as councillors and the public would where that is another one. */
export function RowPreviews({ row, publicly, comparisonYear, today }: Props & { row: FrozenRow }) {
  const caption = publicly ? 'As those who work for the service see it' : 'As councillors would see it';
  return (
    <>
      <ReadingPreview row={row} comparisonYear={comparisonYear} today={today} caption={caption} />
      <PublicPreview publicly={publicly} comparisonYear={comparisonYear} today={today} />
    </>
  );
}
