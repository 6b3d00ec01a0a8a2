import type { Work } from '@/db/queries/work/work';

/** What a person has just done, said back to them. */
export function LatestDeed({ recent }: Pick<Work, 'recent'>) {
  const [latest] = recent;
  return (
    latest && (
      <p className="done" role="status">
        {latest.sentence}
      </p>
    )
  );
}
