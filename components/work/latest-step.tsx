import type { Work } from '@/db/queries/work/work';

/** Confirms the step that a person has just taken. */
export function LatestStep({ recent }: Pick<Work, 'recent'>) {
  const [latest] = recent;
  return (
    latest && (
      <p className="done" role="status">
        {latest.sentence}
      </p>
    )
  );
}
