import type { ReactNode } from 'react';
import { AssuranceTag, VariationTag } from '@/components/sign/signal-tag';
import type { Process, Sign } from '@/lib/spc/frozen-process';
import { processSentences } from '@/lib/spc/process-sentences';
import { processSummary } from '@/lib/spc/process-summary';
import { processTitle } from '@/lib/spc/process-title';
import { unjudgedWord } from '@/lib/spc/spc-words';
import { label } from '@/lib/time/period';
import { type ChartAbout, chartSubtitle } from '@/lib/trend/chart-words';
import type { Trend } from '@/lib/trend/trend';
import { ChartDrawing } from './chart-drawing';
import { ChartFigure } from './chart-figure';
import { type Box, narrowBox, wideBox } from './chart-frame';
import { Entry, ScaleNote } from './chart-key';
import { type ProcessPoint, processGeometry } from './process-geometry';

type Props = { process: Process; trend: Trend; about: ChartAbout; files?: ReactNode };
type Drawn = Extract<Process, { refused: null }>;

/** Whether the latest figure is a signal and the target can be relied on, in words, and the chart that shows it; or why not. */
export function ProcessChart({ process, trend, about, files }: Props) {
  if (process.refused !== null) return <p>{process.refused}</p>;
  const { variation, assurance, illustrative, elsewhere, starts, values } = process;
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
      {elsewhere && (
        <p className="soft">
          {elsewhere === 1 ? '1 of the figures' : `${elsewhere} of the figures`} that this is worked out from{' '}
          {elsewhere === 1 ? 'was' : 'were'} published elsewhere, not in this portal.
        </p>
      )}
      {process.screening && (
        <p className="soft">
          Unusually large moves from one period to the next are left out of the normal range (screening is on):{' '}
          {process.screening}
        </p>
      )}
      {drawable && <Figure process={process} trend={within} about={about} files={files} />}
    </>
  );
}

function Figure({ process, trend, about, files }: Props & { process: Drawn }) {
  const id = 'process-summary';
  const { frame, points } = processGeometry(process, trend, wideBox);
  const kinds = new Set(points.map(({ kind }) => kind));
  const invented = points.some(({ illustrative }) => illustrative);
  const title = processTitle(process, trend);
  return (
    <ChartFigure
      id={id}
      title={title}
      subtitle={`${chartSubtitle(about, trend)}. ${caption(process, trend)}`}
      sentences={processSentences(process, trend)}
      drawings={[wideBox, narrowBox].map((box) => (
        <ProcessDrawing key={box.width} process={process} trend={trend} title={title} id={id} box={box} />
      ))}
      notes={
        <ul className="chart-key">
          {signs.map(
            ({ kind, text }) =>
              kinds.has(kind) && (
                <Entry key={kind} glyph={<Point kind={kind} x={18} y={7} />}>
                  {text}
                </Entry>
              ),
          )}
          {invented && (
            <Entry glyph={<InventedGlyph />}>Hollow: illustrative, invented for the demonstration, not real</Entry>
          )}
          {trend.periods.some((period) => period.elsewhere) && (
            <Entry glyph={<path className="elsewhere" d="M0 7H36" />}>Published elsewhere, not in this portal</Entry>
          )}
          {process.restarts.map(({ start, why }) => (
            <Entry key={`${start} ${why}`} glyph={<path className="flag" d="M18 0V14" />}>
              From {label({ frequency: trend.frequency, start })}: {why}
            </Entry>
          ))}
          {process.segments.some(({ limits }) => limits) && (
            <li className="scale">Nearly all figures fall between the limits while nothing changes.</li>
          )}
          {frame.startsAt !== null && <ScaleNote startsAt={frame.startsAt} />}
        </ul>
      }
      summary={processSummary(process, trend)}
      source={about.source}
      files={files}
    />
  );
}

/** How many figures are worked with, which of them are drawn, and where a new baseline begins. */
function caption({ starts, restarts }: Drawn, { periods, frequency }: Trend): string {
  const count = starts.length;
  const first = label({ frequency, start: starts[0] ?? '' });
  const worked = count === 1 ? `the one period, ${first}` : `${count} periods from ${first} on`;
  const drawn = periods.length < count ? `; the last ${periods.length} are drawn` : '';
  const stepped = restarts.some(({ start }) => periods.findIndex((period) => period.start === start) > 0);
  return `Mean and natural process limits of ${worked}${drawn}${stepped ? ', begun anew where the lines step' : ''}`;
}

/** The point of an invented figure on the line between two such. */
function InventedGlyph() {
  return (
    <>
      <path className="illustrative" d="M0 7H36" />
      <Point kind="common_cause" illustrative x={18} y={7} />
    </>
  );
}

const signs: { kind: Sign; text: string }[] = [
  { kind: 'common_cause', text: 'Common cause: no signal' },
  { kind: 'improvement', text: 'Improvement' },
  { kind: 'concern', text: 'Concern' },
  { kind: 'neither', text: 'A signal, neither better nor worse' },
  { kind: 'unjudged', text: `${unjudgedWord}: it is not known what it says` },
];

type DrawingProps = { process: Drawn; trend: Trend; title: string; id: string; box: Box };

function ProcessDrawing({ process, trend, title, id, box }: DrawingProps) {
  const { frame, paths, points, centre, limits, target } = processGeometry(process, trend, box);
  const heights = new Map(points.map(({ index, y }) => [index, y]));
  return (
    <ChartDrawing
      frame={frame}
      label={`Process control chart: ${title}`}
      describedBy={id}
      places={trend.periods.map((_, index) => heights.get(index) ?? null)}
      areas={target.met && <path className="met" d={target.met} />}
    >
      {limits.map((path) => (
        <path key={path} className="reach" d={path} />
      ))}
      {centre && <path className="centre" d={centre} />}
      {target.edges.map((path) => (
        <path key={path} className="edge goal" d={path} />
      ))}
      {paths.illustrative && <path className="illustrative" d={paths.illustrative} />}
      {paths.elsewhere && <path className="elsewhere" d={paths.elsewhere} />}
      {paths.published && <path className="process" d={paths.published} />}
      {points.map(({ index, ...point }) => (
        <Point key={index} {...point} />
      ))}
    </ChartDrawing>
  );
}

type PointProps = Pick<ProcessPoint, 'kind' | 'x' | 'y'> & { illustrative?: boolean };

/** A figure by what it says: its shape and its colour tell the kinds apart; one that is invented is hollow. */
function Point({ kind, x, y, illustrative = false }: PointProps) {
  const name = illustrative ? `sign ${kind} hollow` : `sign ${kind}`;
  if (kind === 'concern') return <path className={name} d={`M${x - 5} ${y - 5}h10v10h-10z`} />;
  if (kind === 'neither') return <path className={name} d={`M${x} ${y - 6.5}l6.5 11.5h-13z`} />;
  if (kind === 'unjudged') return <path className={name} d={`M${x} ${y - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`} />;
  return <circle className={name} cx={x} cy={y} r={kind === 'improvement' ? 5.5 : 3} />;
}
