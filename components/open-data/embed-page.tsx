import { TrendChart } from '@/components/chart/trend-chart';
import type { Site } from '@/components/frame/public-document';
import { DirectionArrow } from '@/components/sign/direction-arrow';
import { HiddenNote } from '@/components/sign/hidden-note';
import { RagTag } from '@/components/sign/rag-tag';
import { SymbolSprite } from '@/components/sign/symbol-sprite';
import type { EditionHead } from '@/lib/edition/edition';
import type { MeasureView } from '@/lib/edition/measure-view';
import { formatDate, londonDay } from '@/lib/time/period';

type Props = { site: Site; head: EditionHead; view: MeasureView };

/** A measure by itself for a frame on another site: how it is going, its chart, and where it is from; no script, no form. */
export function EmbedPage({ site, head, view }: Props) {
  const { row, sheet, trend } = view;
  const { periods } = trend;
  const [first, last] = [periods[0], periods.at(-1)];
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <title>{`${row.title} – ${site.council}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={site.stylesheet} />
        <link rel="canonical" href={`${site.origin ?? ''}/measures/${row.code}`} />
      </head>
      <body className="embed">
        <SymbolSprite />
        <main>
          <h1 className="measure">{row.title}</h1>
          <p>{sheet.headline}</p>
          <p>
            <RagTag colour={row.rag.colour} judged={row.rag.judged} />{' '}
            <DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />
          </p>
          <HiddenNote
            hidden={periods.some(({ value, hidden }) => value === null && hidden)}
            rounded={periods.some(({ hidden }) => hidden?.decimals !== undefined)}
          />
          <TrendChart
            trend={trend}
            title={row.title}
            subtitle={first && last ? `${row.unit}, ${first.label} to ${last.label}` : row.unit}
          />
          <p className="as-at">
            {site.demonstration && <b>Demonstration. </b>}
            Source: {site.council}, {head.service.name}, edition {head.number}, published{' '}
            {formatDate(londonDay(head.publishedAt))}.{' '}
            <a href={`/measures/${row.code}`} target="_blank" rel="noopener">
              All figures and words (opens a new tab)
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
