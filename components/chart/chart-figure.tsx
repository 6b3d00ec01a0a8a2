import type { ReactNode } from 'react';

type Props = {
  /** Names the summary, so that it must differ from that of every other chart of the page. */
  id: string;
  title: string;
  subtitle: string;
  /** Each period in words, for the script that reads them out; absent where nothing is drawn. */
  sentences?: string[] | undefined;
  drawings?: ReactNode;
  notes?: ReactNode;
  summary: string;
  source: string;
  /** Links to the files of its figures; absent where the figures are not published. */
  files?: ReactNode;
};

/**
 * A chart with everything round its drawings: what it shows, of whom and when, what its signs mean, its summary, and where it is
 * from. A script may make it explorable; nothing is missing without.
 */
export function ChartFigure({ id, title, subtitle, sentences, drawings, notes, summary, source, files }: Props) {
  return (
    <figure className="chart" data-readings={sentences && JSON.stringify(sentences)}>
      <figcaption>
        <b>{title}</b>
        <span>{subtitle}</span>
      </figcaption>
      {sentences && (
        <>
          <p className="readout" aria-live="polite" />
          <div className="drawings">{drawings}</div>
          {notes}
        </>
      )}
      <p className="chart-summary" id={id}>
        {summary}
      </p>
      <p className="chart-source">{source}</p>
      {files}
    </figure>
  );
}
