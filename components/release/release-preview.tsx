import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import { HiddenList } from '@/components/service/hidden-list';
import type { ReleasePage } from '@/db/queries/release/release-page';
import { entriesOn } from '@/lib/form/page-of-list';
import type { ReleasePages } from '@/lib/release/release-pages';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { formatDate } from '@/lib/time/period';
import { ReleaseListPages } from './release-list-pages';

type Props = { page: ReleasePage; today: string; here: string; pages: ReleasePages };

/** How the next edition of a service would read today, a page of its measures at a time; nothing while it has none. */
export function ReleasePreview({ page: { service, preview, lastEdition, hidden }, today, here, pages }: Props) {
  if (!preview) return null;
  const number = (lastEdition?.number ?? 0) + 1;
  const card = scorecardAt(preview.head, preview.rows, today, { show: 'all', order: 'report' });
  const rows = entriesOn(card.rows, pages.preview);
  const shown = new Set(rows.map(({ code }) => code));
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">How edition {number} would read</h2>
      <HiddenList
        hidden={hidden.filter(({ code }) => shown.has(code))}
        caption={`What edition ${number} would not show`}
        named
      />
      {rows.length > 0 && (
        <details className="preview" open={pages.preview > 1}>
          <summary>
            {rows.length === card.rows.length
              ? `Show all ${card.rows.length} measures`
              : `Show ${rows.length} of ${card.rows.length.toLocaleString('en-GB')} measures`}
          </summary>
          <ScorecardTable scorecard={{ ...card, rows }} caption={`${service.name} at ${formatDate(today)}`} />
        </details>
      )}
      <ReleaseListPages name="preview" total={card.rows.length} here={here} pages={pages} />
    </section>
  );
}
