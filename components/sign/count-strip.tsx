const across = 10;
const step = 20;

/** The shapes in sign-shapes by their short names: green, amber, red, none, up (improving), down (worsening), late (overdue). */
export type StripShape = 'g' | 'a' | 'r' | 'n' | 'u' | 'd' | 'l';

/** One shape for each measure, ten to a line: the count as a picture, for the eye only. */
export function CountStrip({ shape, count }: { shape: StripShape; count: number }) {
  const lines = Math.max(1, Math.ceil(count / across));
  return (
    <svg className="strip" viewBox={`0 0 ${across * step} ${lines * step}`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <use
          key={`${shape}${index + 1}`}
          href={`#${shape}`}
          x={(index % across) * step || undefined}
          y={Math.floor(index / across) * step || undefined}
        />
      ))}
    </svg>
  );
}
