import type { MeasureReadiness } from '@/lib/release/measure-readiness';

const filled: Record<MeasureReadiness['state'], number> = {
  not_due: 0,
  due: 0,
  overdue: 0,
  draft: 1,
  returned: 1,
  submitted: 2,
  approved: 3,
  published: 4,
};

/** How far a reading has come: four bars for draft, with the head of service, approved, published; for the eye only. */
export function Road({ state }: Pick<MeasureReadiness, 'state'>) {
  return (
    <svg className="road" viewBox="0 0 32 16" aria-hidden="true">
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          className={bar < filled[state] ? undefined : 'open'}
          x={bar * 8 + 0.75}
          y="1.75"
          width="5"
          height="12.5"
        />
      ))}
    </svg>
  );
}
