import type { ReactNode } from 'react';
import { type Frame, linePitch, wideBox } from './chart-frame';
import { tenth } from './figure-line';

type Props = {
  frame: Frame;
  label: string;
  describedBy: string;
  places: (number | null)[];
  /** Coloured areas, which lie behind every line. */
  areas?: ReactNode;
  children: ReactNode;
};

/** A chart's SVG: gridlines and words round the lines and points it is given; its places are there for a script to read. */
export function ChartDrawing({ frame, label, describedBy, places, areas, children }: Props) {
  const { width, height, size } = frame.box;
  return (
    <svg
      className={width < wideBox.width ? 'plot narrow' : 'plot wide'}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={size}
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
      data-x={places.map((_, index) => frame.x(index)).join(' ')}
      data-y={places.map((y) => y ?? '-').join(' ')}
      data-plot={`${frame.plot.top} ${frame.plot.bottom}`}
    >
      {/* What is read aloud is the chart's name and its summary, not the words of its axes. */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus. */}
      <g aria-hidden="true">
        {areas}
        <Grid frame={frame} />
        {children}
        <Labels frame={frame} />
      </g>
    </svg>
  );
}

function Grid({ frame: { plot, grid, months, caption, flags, box } }: { frame: Frame }) {
  const foot = plot.bottom + box.size * 1.5;
  return (
    <>
      <path className="grid" d={grid.map(({ y }) => `M${plot.left} ${y}H${plot.right}`).join('')} />
      {grid.map(
        ({ y, text, zero }) => zero && <path key={text} className="zero" d={`M${plot.left} ${y}H${plot.right}`} />,
      )}
      <path className="tick" d={months.map(({ x }) => `M${x} ${plot.bottom}v5`).join('')} />
      {flags.length > 0 && (
        <path className="flag" d={flags.map(({ x, y }) => `M${x} ${tenth(y - box.size)}V${plot.bottom}`).join('')} />
      )}
      {caption && (
        <text x="0" y={box.size}>
          {caption}
        </text>
      )}
      <g textAnchor="end">
        {grid.map(({ y, text }) => (
          <text key={y} x={tenth(plot.left - 8)} y={tenth(y + box.size * 0.35)}>
            {text}
          </text>
        ))}
      </g>
      <g className="months" textAnchor="middle">
        {months.map(({ x, lines }) => (
          <Lines key={x} x={x} y={foot} lines={lines} size={box.size} />
        ))}
      </g>
      {flags.map(
        ({ x, y, anchor, text }) =>
          text && (
            <text key={x} className="word" textAnchor={anchor} x={anchor === 'start' ? x + 5 : x - 5} y={y}>
              {text}
            </text>
          ),
      )}
    </>
  );
}

function Labels({ frame: { labels, box } }: { frame: Frame }) {
  const leads = labels.map(({ lead }) => lead ?? '').join('');
  return (
    <>
      {leads && <path className="lead" d={leads} />}
      {labels.map(({ lines, strong, tone, x, y }) => (
        <Lines key={`${tone} ${y}`} className={tone} x={x} y={y} lines={lines} strong={strong} size={box.size} />
      ))}
    </>
  );
}

type LinesProps = { x: number; y: number; lines: string[]; size: number; className?: string; strong?: number };

/** Lines of type under each other, the first ones strong where that is said. */
function Lines({ x, y, lines, size, className, strong = 0 }: LinesProps) {
  const weight = (index: number) => (index < strong ? 'strong' : undefined);
  if (lines.length === 1)
    return (
      <text className={[className, weight(0)].filter(Boolean).join(' ') || undefined} x={x} y={tenth(y)}>
        {lines[0]}
      </text>
    );
  return (
    <text className={className}>
      {lines.map((line, index) => (
        <tspan key={line} className={weight(index)} x={x} y={tenth(y + index * size * linePitch)}>
          {index < lines.length - 1 ? `${line} ` : line}
        </tspan>
      ))}
    </text>
  );
}
