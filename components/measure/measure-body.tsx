import type { ReactNode } from 'react';
import { BenchmarkList } from '@/components/benchmark/benchmark-list';
import { ProcessChart } from '@/components/chart/process-chart';
import { SignalSprite } from '@/components/sign/signal-sprite';
import type { MeasureView } from '@/lib/edition/measure-view';
import type { Term } from '@/lib/glossary/term';
import { MeasureDefinition } from './measure-definition';
import { MeasureHead } from './measure-head';
import { MeasureTrend } from './measure-trend';
import { WordsThroughTime } from './words-through-time';

type Props = {
  view: MeasureView;
  /** The council, and where the figures of its charts come from. */
  area: string;
  source: string;
  /** Where its data can be had, and how its chart is shown elsewhere; nothing for its people, who see what is not published. */
  files?: ReactNode;
  embedCode?: ReactNode;
  /** The words that the edition explains. */
  terms?: Term[];
};

/** Everything that the page of a measure says of it: in public, and to its people with what is not published yet. */
export function MeasureBody({ view, area, source, files, embedCode, terms = [] }: Props) {
  const { title, unit, covers } = view.row;
  const about = { measure: title, unit, covers, area, source };
  return (
    <div className="measure-body">
      <SignalSprite />
      <MeasureHead row={view.row} sheet={view.sheet} date={view.date} />
      <MeasureTrend view={view} about={about} files={files} embedCode={embedCode} />
      <section className="part" aria-labelledby="process-title">
        <h2 id="process-title">Is it a signal, or noise?</h2>
        <ProcessChart process={view.sheet.process} trend={view.trend} about={about} files={files} />
      </section>
      <WordsThroughTime view={view} terms={terms} />
      <BenchmarkList view={view} />
      <MeasureDefinition view={view} />
    </div>
  );
}
