import type { RecentStep } from '@/db/queries/work/recent-steps';

/** Confirms the step that a person has just taken. */
export function LatestStep({ recent }: { recent: RecentStep[] }) {
  const [latest] = recent;
  return (
    latest && (
      <p className="done" role="status">
        {latest.sentence}
      </p>
    )
  );
}
