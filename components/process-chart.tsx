import { label } from '../lib/period';
import type { Process } from '../lib/process';
import { processSummary } from '../lib/process-summary';
import type { Variation } from '../lib/spc';
import type { Trend } from '../lib/trend';
import { ChartDrawing } from './chart-drawing';
import { type Box, narrowBox, wideBox } from './chart-frame';
import { Entry } from './chart-key';
import { type ProcessPoint, processGeometry } from './process-geometry';
import { AssuranceTag, VariationTag } from './signal-tag';

type Props = { process: Process; trend: Trend };
type Drawn = Extract<Process, { refused: null }>;

/** Whether the latest figure is a signal and the target can be relied on, in words, and the chart that shows it; or why not. */
export function ProcessChart({ process, trend }: Props) {
  if (process.refused !== null) return <p>{process.refused}</p>;
  const { variation, assurance, illustrative, starts, values } = process;
  const latest = starts[values.findLastIndex((value) => value !== null)];
  const within = { ...trend, periods: trend.periods.filter(({ start }) => starts.includes(start)) };
  const drawable = within.periods.some(({ start }) => values[starts.indexOf(start)]);
  return (
    <>
      <dl className="verdicts">
        <div>
          <dt>The latest figure{latest && ` (${label({ frequency: trend.frequency, start: latest })})`}</dt>
          <dd>{variation && <VariationTag variation={variation} />}</dd>
          <dd>{process.signalSentence}</dd>
        </div>
        {process.assuranceSentence !== process.signalSentence && (
          <div>
            <dt>The target</dt>
            <dd>{assurance && <AssuranceTag assurance={assurance} />}</dd>
            <dd>{process.assuranceSentence}</dd>
          </div>
        )}
      </dl>
      {illustrative > 0 && (
        <p className="soft">
          {illustrative === 1 ? '1 of the figures' : `${illustrative} of the figures`} that this is worked out from{' '}
          {illustrative === 1 ? 'is' : 'are'} invented for the demonstration, so it says nothing of a real council.
        </p>
      )}
      {drawable && <Figure process={process} trend={within} />}
    </>
  );
}

function Figure({ process, trend }: { process: Drawn; trend: Trend }) {
  const kinds = new Set(Object.values(process.variations).map(({ kind }) => kind));
  const { limits } = processGeometry(process, trend, wideBox);
  return (
    <figure className="chart">
      <figcaption>
        <b>Normal range</b>
        <span>
          Mean and natural process limits of{' '}
          {process.starts.length === 1 ? 'the one period' : `the last ${process.starts.length} periods`}
          {process.segments.length > 1 && ', begun anew where the lines step'}
        </span>
      </figcaption>
      <div className="drawings">
        <ProcessDrawing process={process} trend={trend} box={wideBox} />
        <ProcessDrawing process={process} trend={trend} box={narrowBox} />
      </div>
      <ul className="chart-key">
        {signs.map(
          ({ kind, text }) =>
            (kind === 'common_cause' || kinds.has(kind)) && (
              <Entry key={kind} glyph={<Point kind={kind} x={18} y={7} />}>
                {text}
              </Entry>
            ),
        )}
        <Entry glyph={<path className="centre" d="M0 7H36" />}>Mean</Entry>
        {limits.length > 0 && (
          <Entry glyph={<path className="reach" d="M0 7H36" />}>
            Limits: nearly all figures fall between them while nothing changes
          </Entry>
        )}
        {process.restarts.map(({ start, why }) => (
          <Entry key={`${start} ${why}`} glyph={<path className="flag" d="M18 0V14" />}>
            From {label({ frequency: trend.frequency, start })}: {why}
          </Entry>
        ))}
      </ul>
      <p className="chart-summary" id="process-summary">
        {processSummary(process, trend)}
      </p>
    </figure>
  );
}

const signs: { kind: Variation['kind']; text: string }[] = [
  { kind: 'common_cause', text: 'Common cause: no signal' },
  { kind: 'improvement', text: 'Improvement' },
  { kind: 'concern', text: 'Concern' },
  { kind: 'neither', text: 'A signal, neither better nor worse' },
];

function ProcessDrawing({ process, trend, box }: { process: Drawn; trend: Trend; box: Box }) {
  const { frame, values, points, centre, limits, zone, target } = processGeometry(process, trend, box);
  const heights = new Map(points.map(({ index, y }) => [index, y]));
  return (
    <ChartDrawing
      frame={frame}
      label="Process control chart"
      describedBy="process-summary"
      places={trend.periods.map((_, index) => heights.get(index) ?? null)}
    >
      {zone && <path className="zone" d={zone} />}
      {limits.map((path) => (
        <path key={path} className="reach" d={path} />
      ))}
      {centre && <path className="centre" d={centre} />}
      {target && <path className="aim" d={target} />}
      {values && <path className="process" d={values} />}
      {points.map(({ index, ...point }) => (
        <Point key={index} {...point} />
      ))}
    </ChartDrawing>
  );
}

/** A figure by what it says: its shape and its colour tell the kinds apart. */
function Point({ kind, x, y }: Pick<ProcessPoint, 'kind' | 'x' | 'y'>) {
  const name = `sign ${kind}`;
  if (kind === 'concern') return <path className={name} d={`M${x - 5} ${y - 5}h10v10h-10z`} />;
  if (kind === 'neither') return <path className={name} d={`M${x} ${y - 6.5}l6.5 11.5h-13z`} />;
  return <circle className={name} cx={x} cy={y} r={kind === 'improvement' ? 5.5 : 3} />;
}
