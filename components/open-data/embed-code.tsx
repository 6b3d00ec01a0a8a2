import type { Site } from '@/components/frame/public-document';
import type { FrozenRow } from '@/lib/edition/edition';

type Props = { site: Pick<Site, 'origin'>; row: Pick<FrozenRow, 'code' | 'title'> };

/** How the chart of a measure is shown on another site. */
export function EmbedCode({ site, row }: Props) {
  const address = `/measures/${row.code}/embed`;
  const title = row.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frame = `<iframe src="${site.origin ?? ''}${address}" title="${title}" width="100%" height="640"></iframe>`;
  return (
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
  );
}
