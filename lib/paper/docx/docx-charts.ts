import { type ChartLine, type ChartMarker, ChartRun } from 'docx/charts';
import { inks } from '@/lib/paper/inks';
import type { Chart, Manner } from '@/lib/paper/paper';
import { xmlText } from './docx-text';

const names: Record<Manner, string> = {
  published: 'Figure',
  invented: 'Invented for the demonstration',
  elsewhere: 'Published elsewhere',
  target: 'Target',
};

/** Told apart by their dashes as well as by colour. */
const lines: Record<Manner, ChartLine> = {
  published: { width: 2.25 },
  invented: { width: 1.5, dash: 'dash' },
  elsewhere: { width: 2, dash: 'shortDot' },
  target: { width: 1.25 },
};

/** A target of a single period is a dash. */
const markers: Record<Manner, ChartMarker | false> = {
  published: { shape: 'circle', size: 6 },
  invented: false,
  elsewhere: false,
  target: { shape: 'dash', size: 8 },
};

/** A trend as a chart of Word's own, which the clerk can edit; a screen reader says what its words say. */
export function chartRunOf({ periods, series, levels, alternative }: Chart): ChartRun {
  const font = { size: 9, name: 'Arial', color: inks.soft };
  return new ChartRun({
    type: 'line',
    categories: periods,
    series: series.map(({ manner, values }) => ({
      name: names[manner],
      values,
      color: manner === 'target' ? inks.green : inks.ink,
      line: lines[manner],
      markers: markers[manner],
    })),
    emptyValues: 'gap',
    legend: { position: 'bottom', font },
    chartArea: { border: 'none' },
    categoryAxis: { font },
    valueAxis: { font, ...boundsOf(levels) },
    transformation: { width: 680, height: 190 },
    altText: { name: 'Trend', description: xmlText(alternative) },
  });
}

/** The scale of the paper's own drawing, from its lowest level to its highest. */
function boundsOf(levels: Chart['levels']): { minimum?: number; maximum?: number } {
  const [lowest, highest] = [levels[0], levels.at(-1)];
  return lowest && highest ? { minimum: lowest.value, maximum: highest.value } : {};
}
