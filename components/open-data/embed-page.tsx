import { TrendChart } from '@/components/chart/trend-chart';
import type { Site } from '@/components/frame/public-document';
import { DirectionArrow } from '@/components/sign/direction-tag';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { RagTag } from '@/components/sign/rag-tag';
import { SymbolSprite } from '@/components/sign/sign-shapes';
import type { EditionHead } from '@/lib/edition/edition';
import type { MeasureView } from '@/lib/edition/measure-view';
import type { FileSize } from '@/lib/open-data/data-bytes';
import { editionSource } from '@/lib/trend/chart-words';
import { GetData } from './get-data';

type Props = { site: Site; head: EditionHead; view: MeasureView; sizes: FileSize[] };

/** A measure by itself for a frame on another site: how it is going, its chart, and where it is from; no script, no form. */
export function EmbedPage({ site, head, view, sizes }: Props) {
  const { row, sheet, trend } = view;
  const { periods } = trend;
  const { title, unit, covers } = row;
  const source = editionSource(site.council, head);
  const about = { measure: title, unit, covers, area: site.council, source };
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
          <HiddenLegend
            hidden={periods.some(({ value, hidden }) => value === null && hidden)}
            rounded={periods.some(({ hidden }) => hidden?.decimals !== undefined)}
          />
          <TrendChart
            trend={trend}
            about={about}
            files={<GetData base={`/measures/${row.code}/data`} sizes={sizes} />}
          />
          <p className="as-at">
            {site.demonstration && <b>Demonstration. </b>}
            <a href={`/measures/${row.code}`} target="_blank" rel="noopener">
              All figures and words (opens a new tab)
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
