import { EditionDifferences } from '@/components/edition/edition-differences';
import type { ReleasePage } from '@/db/queries/release/release-page';
import { entriesOn } from '@/lib/form/page-of-list';
import type { ReleasePages } from '@/lib/release/release-pages';
import { formatDate } from '@/lib/time/period';
import { ReleaseListPages } from './release-list-pages';

type Props = { page: ReleasePage; here: string; pages: ReleasePages };

/** What the next edition of a service would change against the one in force, its heading first, then measure by measure. */
export function ReleaseChanges({ page, here, pages }: Props) {
  const { lastEdition, inForce, headingChanges, differences } = page;
  const codes = [...new Set(differences.map(({ code }) => code))];
  const shown = new Set(entriesOn(codes, pages.changes));
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">What edition {(lastEdition?.number ?? 0) + 1} would change</h2>
      {inForce ? (
        <>
          {headingChanges.length > 0 && (
            <ul>
              {headingChanges.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          {(differences.length > 0 || headingChanges.length === 0) && (
            <EditionDifferences
              differences={differences.filter(({ code }) => shown.has(code))}
              total={codes.length}
              since={`edition ${inForce.number}, as at ${formatDate(inForce.asAt)}`}
            />
          )}
        </>
      ) : (
        <p>
          {lastEdition
            ? 'No edition of this service is in force: everything in it would be new.'
            : 'It would be the first edition of this service.'}
        </p>
      )}
      <ReleaseListPages name="changes" total={codes.length} here={here} pages={pages} />
    </section>
  );
}
