import { ListPages } from '@/components/text/list-pages';
import { addressWithout, pageOfList } from '@/lib/form/page-of-list';
import type { ReleasePages } from '@/lib/release/release-pages';

/** The lists of a release: the heading that each stands under, and what it lists. */
const lists = {
  blockers: { heading: 'checklist-title', list: 'what blocks it' },
  measures: { heading: 'readiness-title', list: 'the measures' },
  changes: { heading: 'changes-title', list: 'what would change' },
  preview: { heading: 'preview-title', list: 'the preview' },
} as const satisfies Record<keyof ReleasePages, { heading: string; list: string }>;

type Props = { name: keyof typeof lists; total: number; here: string; pages: ReleasePages };

/** The ways among the pages of one list of a release; the other lists stay where they are. */
export const ReleaseListPages = ({ name, total, here, pages }: Props) => (
  <ListPages
    place={pageOfList(total, pages[name])}
    address={addressWithout(here, pages, name)}
    name={name}
    {...lists[name]}
  />
);
