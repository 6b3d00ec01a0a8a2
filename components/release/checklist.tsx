import { Shape } from '@/components/sign/sign-shapes';
import { entriesOn } from '@/lib/form/page-of-list';
import type { ChecklistEntry } from '@/lib/release/release-checklist';
import type { ReleasePages } from '@/lib/release/release-pages';
import { ReleaseListPages } from './release-list-pages';

type Props = {
  blockers: ChecklistEntry[];
  warnings: ChecklistEntry[];
  number: number;
  here: string;
  pages: ReleasePages;
};

/** Whether an edition is ready, and what blocks it, each with a link to the place that mends it, where that is not this page. */
export function Checklist({ blockers, warnings, number, here, pages }: Props) {
  if (blockers.length === 0 && warnings.length === 0)
    return (
      <p className="ready">
        <Shape symbol="up_to_date" /> Edition {number} is ready to publish.
      </p>
    );
  if (blockers.length === 0)
    return (
      <p>
        Edition {number} can be published once{' '}
        {warnings.length === 1 ? 'the warning' : `the ${warnings.length} warnings`} below{' '}
        {warnings.length === 1 ? 'is' : 'are'} answered.
      </p>
    );
  return (
    <>
      <p>
        Edition {number} is not ready: {blockers.length === 1 ? '1 thing blocks' : `${blockers.length} things block`}{' '}
        it.
      </p>
      <ul className="findings">
        {entriesOn(blockers, pages.blockers).map(({ id, sentence, href }) => (
          <li key={id}>
            {sentence}{' '}
            {href !== here && (
              <a href={href}>
                Put it right<span className="unseen">: {sentence}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <ReleaseListPages name="blockers" total={blockers.length} here={here} pages={pages} />
    </>
  );
}
