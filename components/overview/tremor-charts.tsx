'use client';

import { BarChart, BarList } from '@tremor/react';

/** The figures of a chart, as its table has them. */
export type Chart =
  | { kind: 'late'; bars: { key: string; name: string; value: number }[] }
  | { kind: 'months'; months: { month: string; onTime: number; late: number; missing: number }[] }
  | {
      kind: 'colours';
      editions: { edition: string; green: number; amber: number; red: number; none: number }[];
    };

// Tremor says of a list that it is sorted, which only the head of a column may say.
const unsorted = { 'aria-sort': undefined };

/** A chart by Tremor. Its colours are names of our theme; app/staff.css lists the classes that it writes. */
export default function TremorChart({ chart }: { chart: Chart }) {
  if (chart.kind === 'late') return <BarList data={chart.bars} color="late-tint" {...unsorted} />;
  if (chart.kind === 'months')
    return (
      <BarChart
        data={chart.months.map(({ month, onTime, late, missing }) => ({
          Month: month,
          'On time': onTime,
          'Submitted late': late,
          'Not submitted yet': missing,
        }))}
        index="Month"
        categories={['On time', 'Submitted late', 'Not submitted yet']}
        colors={['on-time', 'too-late', 'not-here']}
        className="h-96"
        stack
        allowDecimals={false}
        showLegend={false}
        yAxisWidth={32}
      />
    );
  return (
    <BarChart
      data={chart.editions.map(({ edition, green, amber, red, none }) => ({
        Edition: edition,
        Green: green,
        Amber: amber,
        Red: red,
        'No colour': none,
      }))}
      index="Edition"
      categories={['Green', 'Amber', 'Red', 'No colour']}
      colors={['good', 'fair', 'poor', 'unrated']}
      className={chart.editions.length > 3 ? 'h-72' : 'h-28'}
      layout="vertical"
      stack
      allowDecimals={false}
      showLegend={false}
      yAxisWidth={80}
    />
  );
}
