import type { Site } from '@/components/frame/public-document';
import type { FrozenRow } from '@/lib/edition/edition';
import type { FileSize } from '@/lib/open-data/data-bytes';
import { GetData } from './get-data';

type Props = { site: Pick<Site, 'origin'>; row: Pick<FrozenRow, 'code' | 'title'>; sizes: FileSize[] };

/** Where the data of a measure can be had, and how its chart is shown on another site. */
export function MeasureData({ site, row, sizes }: Props) {
  const address = `/measures/${row.code}/embed`;
  const title = row.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frame = `<iframe src="${site.origin ?? ''}${address}" title="${title}" width="100%" height="640"></iframe>`;
  return (
    <>
      <GetData base={`/measures/${row.code}/data`} sizes={sizes} />
      <details className="figures">
        <summary>Show this chart on another site</summary>
        <p>
          Copy these words into a page of yours. The chart follows the edition in force, and brings no script with it:{' '}
          <a href={address}>see it by itself</a>.
        </p>
        <pre className="copied">
          <code>{frame}</code>
        </pre>
      </details>
    </>
  );
}
