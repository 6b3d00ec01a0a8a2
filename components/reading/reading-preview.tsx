import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import type { FrozenRow } from '@/lib/edition/edition';
import { statusAt } from '@/lib/status/data-status';

type Props = { row: FrozenRow; comparisonYear: string; today: string; caption?: string };

/** The row exactly as councillors would see it, from the parts of the public scorecard. */
export function ReadingPreview({ row, comparisonYear, today, caption = 'As councillors would see it' }: Props) {
  const rows = [{ ...row, status: statusAt(row.schedule, today) }];
  return (
    <div className="single">
      <ScorecardTable scorecard={{ head: { comparisonYear }, rows }} caption={caption} />
    </div>
  );
}
