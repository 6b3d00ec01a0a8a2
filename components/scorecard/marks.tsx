import type { CouncilRow } from '@/lib/scorecard/council-view';
import { standingColour } from '@/lib/target/judged-status';

const order = ['red', 'amber', 'green', 'none'] as const;
const short = { red: 'r', amber: 'a', green: 'g', none: 'n' } as const;
const step = 16;

/** One shape for each measure, Red first: the counts beside it as a picture, for the eye only. */
export function Marks({ rows }: { rows: Pick<CouncilRow, 'rag'>[] }) {
  const colours = rows.map(({ rag }) => standingColour(rag) ?? 'none');
  const marks = order.flatMap((colour) => colours.filter((one) => one === colour));
  return (
    <span className="marks">
      {order.map((colour) => {
        const count = marks.filter((one) => one === colour).length;
        if (count === 0) return null;
        return (
          <svg
            key={colour}
            className={colour}
            aria-hidden="true"
            viewBox={`0 0 ${count * step} ${step}`}
            width={count * 12}
            height={12}
          >
            {Array.from({ length: count }, (_, index) => (
              <use key={`${colour}${index + 1}`} href={`#${short[colour]}`} x={index * step || undefined} />
            ))}
          </svg>
        );
      })}
    </span>
  );
}
