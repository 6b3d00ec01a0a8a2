import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import type { FrozenRow } from '@/lib/edition/edition';
import { statusAt } from '@/lib/status/data-status';

type Props = { row: FrozenRow; comparisonYear: string; today: string; caption: string };

/** A row as it would stand on the scorecard, from the parts of the public one. */
export function ReadingPreview({ row, comparisonYear, today, caption }: Props) {
  const rows = [{ ...row, status: statusAt(row.schedule, today) }];
  return (
    <div className="single">
      <ScorecardTable scorecard={{ head: { comparisonYear }, rows }} caption={caption} isOpen />
    </div>
  );
}
