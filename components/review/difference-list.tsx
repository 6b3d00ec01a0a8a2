import type { Difference } from '@/lib/reading/content-difference';

type Props = {
  heading: string;
  /** What the earlier side is called: "Before", "Jun 2018". */
  was: string;
  differences: Difference[];
  none?: string;
};

/** What differs, field by field: what stood there before, and what stands there now. */
export function DifferenceList({ heading, was, differences, none }: Props) {
  if (differences.length === 0 && !none) return null;
  return (
    <div className="differences">
      <h3>{heading}</h3>
      {differences.length === 0 && <p>{none}</p>}
      <dl>
        {differences.map(({ what, before, after }) => (
          <div key={what}>
            <dt>{what}</dt>
            <Side name={was} text={before} />
            <Side name="Now" text={after} />
          </div>
        ))}
      </dl>
    </div>
  );
}

function Side({ name, text }: { name: string; text: string | null }) {
  return (
    <dd>
      <span className="side">{name}</span> {text === null ? <i>nothing</i> : <span>{text}</span>}
    </dd>
  );
}
