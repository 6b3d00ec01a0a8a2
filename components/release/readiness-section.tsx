import { entriesOn } from '@/lib/form/page-of-list';
import type { MeasureReadiness } from '@/lib/release/measure-readiness';
import type { ReleasePages } from '@/lib/release/release-pages';
import { ReadinessTable } from './readiness-table';
import { ReleaseListPages } from './release-list-pages';

type Props = { readiness: MeasureReadiness[]; here: string; pages: ReleasePages };

const isSettled = ({ state }: MeasureReadiness) => state === 'published' || state === 'not_due';

/** The measures of a service on their way to its next edition, and behind them those with nothing on the way. */
export function ReadinessSection({ readiness, here, pages }: Props) {
  const settledCount = readiness.filter(isSettled).length;
  const ordered = [...readiness.filter((row) => !isSettled(row)), ...readiness.filter(isSettled)];
  const shown = entriesOn(ordered, pages.measures);
  const onTheWay = shown.filter((row) => !isSettled(row));
  const settled = shown.filter(isSettled);
  return (
    <section aria-labelledby="readiness-title">
      <h2 id="readiness-title">The measures</h2>
      {settledCount === readiness.length && <p>No reading is on its way.</p>}
      {onTheWay.length > 0 && <ReadinessTable readiness={onTheWay} caption="Measures with a reading on its way" />}
      {settled.length > 0 && (
        <details className="settled" open={pages.measures > 1}>
          <summary>
            {settledCount} {settledCount === 1 ? 'measure' : 'measures'} with nothing on the way
          </summary>
          <ReadinessTable readiness={settled} caption="Measures with nothing on the way" />
        </details>
      )}
      <ReleaseListPages name="measures" total={readiness.length} here={here} pages={pages} />
    </section>
  );
}
