import type { MeasureView } from '../lib/measure-view';
import { BenchmarkList } from './benchmark-list';
import { MeasureDefinition } from './measure-definition';
import { MeasureHead } from './measure-head';
import { MeasureTrend } from './measure-trend';
import { MeasureWords } from './measure-words';
import { ProcessChart } from './process-chart';
import { SignalSprite } from './signal-sprite';

type Props = { view: MeasureView; csv: string | null };

/** Everything that the page of a measure says of it: in public, and to its people with what is not published yet. */
export function MeasureBody({ view, csv }: Props) {
  return (
    <>
      <SignalSprite />
      <MeasureHead row={view.row} sheet={view.sheet} date={view.date} />
      <MeasureTrend view={view} csv={csv} />
      <section className="part" aria-labelledby="process-title">
        <h2 id="process-title">Is it a signal, or noise?</h2>
        <ProcessChart process={view.sheet.process} trend={view.trend} />
      </section>
      <MeasureWords view={view} />
      <BenchmarkList view={view} />
      <MeasureDefinition view={view} />
    </>
  );
}
