import type { ReactNode } from 'react';
import { byPlace, elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { capital } from '@/lib/text/number-in-words';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import { benchmarksByPeriod } from '@/lib/trend/trend-benchmarks';
import { benchmarkMark, ChartDot } from './chart-dot';

/** What is drawn in a trend chart and has no label of its own, in words: only what is there. */
export function TrendKey({ trend, startsAt }: { trend: Trend; startsAt: string | null }) {
  const figures = trend.periods.filter(({ value }) => value !== null);
  const breaks = trend.periods.filter((period) => period.break !== null);
  const entries = [
    figures.some(({ illustrative }) => illustrative) && (
      <Entry key="illustrative" glyph={<IllustrativeGlyph />}>
        Illustrative: invented for the demonstration, not real
      </Entry>
    ),
    ...byPlace<TrendPeriod>(figures).map(({ place, things: [first, ...more] }) => (
      <Entry key={`${place.where} ${place.on}`} glyph={<ElsewhereGlyph />}>
        {capital(elsewhereWords(place))}: {first?.label}
        {more.length > 0 && ` to ${more.at(-1)?.label}`}
      </Entry>
    )),
    figures.some(({ provisional, illustrative }) => provisional && !illustrative) && (
      <Entry key="provisional" glyph={<ChartDot kind="provisional" provisional x={18} y={7} />}>
        Provisional: hollow
      </Entry>
    ),
    figures.some(({ revised, illustrative }) => revised && !illustrative) && (
      <Entry key="revised" glyph={<ChartDot kind="revised" x={18} y={7} />}>
        Revised
      </Entry>
    ),
    figures.some(({ unpublished }) => unpublished !== null) && (
      <Entry key="unpublished" glyph={<UnpublishedGlyph />}>
        Not published yet
      </Entry>
    ),
    ...breaks.map(({ start, label, ...period }) => (
      <Entry key={start} glyph={<path className="flag" d="M18 0V14" />}>
        Break in series from {label}: {period.break}
      </Entry>
    )),
    ...benchmarksByPeriod(trend).map(({ name, source, alike, note }, nth) => (
      <Entry key={name} glyph={<BenchmarkGlyph nth={nth} alike={alike} />}>
        {name}, {alike ? 'counted alike' : 'not counted alike'}
        {note && `: ${note}`}. <small>Source: {source}</small>
      </Entry>
    )),
    startsAt !== null && <ScaleNote key="scale" startsAt={startsAt} />,
  ].filter(Boolean);
  return entries.length === 0 ? null : <ul className="chart-key">{entries}</ul>;
}

/** That a scale leaves zero out, and where it begins. */
export const ScaleNote = ({ startsAt }: { startsAt: string }) => (
  <li className="scale">The scale begins at {startsAt}, not at zero.</li>
);

/** One line of a key: what is drawn, and what it means. */
export function Entry({ glyph, children }: { glyph: ReactNode; children: ReactNode }) {
  return (
    <li>
      <svg className="glyph" viewBox="0 0 36 14" aria-hidden="true">
        {glyph}
      </svg>
      <span>{children}</span>
    </li>
  );
}

function IllustrativeGlyph() {
  return (
    <>
      <path className="illustrative" d="M0 7H36" />
      <ChartDot kind="illustrative" x={18} y={7} />
    </>
  );
}

function ElsewhereGlyph() {
  return (
    <>
      <path className="elsewhere" d="M0 7H36" />
      <ChartDot kind="elsewhere" x={18} y={7} />
    </>
  );
}

function UnpublishedGlyph() {
  return (
    <>
      <path className="unpublished" d="M0 7H36" />
      <ChartDot kind="unpublished" x={18} y={7} />
    </>
  );
}

function BenchmarkGlyph({ nth, alike }: { nth: number; alike: boolean }) {
  return (
    <>
      <path className={`bench b${nth + 1}${alike ? '' : ' unlike'}`} d="M0 7H36" />
      <path className={`mark b${nth + 1}`} d={`M18 7${benchmarkMark(nth)}`} />
    </>
  );
}
