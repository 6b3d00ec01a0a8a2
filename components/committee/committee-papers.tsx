import { sizeWords } from '@/lib/open-data/data-bytes';
import { committeePaperPath, type PaperKind, paperKinds, paperTypes } from '@/lib/paper/paper-kinds';

type Props = {
  slug: string;
  /** How many services have a scorecard in force. */
  services: number;
  /** In bytes, of the files that have been made of what is in force; one that has not is made when it is asked for. */
  sizes: Partial<Record<PaperKind, number>>;
};

/** The paper for the committee, of its services together where it has several, with the type and size of each file. */
export function CommitteePapers({ slug, services, sizes }: Props) {
  if (services === 0) return null;
  return (
    <p className="download">
      The committee’s paper, {services === 1 ? 'of the scorecard' : `of the ${services} scorecards`} in force:{' '}
      {paperKinds.map((kind, index) => (
        <span key={kind}>
          {index > 0 && ', '}
          <a href={committeePaperPath(slug, kind)}>{paperTypes[kind].name}</a>
          {sizes[kind] !== undefined && ` (${sizeWords({ bytes: sizes[kind], isAbout: false })})`}
        </span>
      ))}
    </p>
  );
}
