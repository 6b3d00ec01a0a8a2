import { Feed } from 'feed';
import { settings } from '@/app/_server/settings';
import type { FeedEntry } from '@/db/queries/published/editions';
import { formatDate, londonDay } from '@/lib/time/period';
import type { Content } from './answer';

type Contents = { title: string; description: string; path: string; council: string; entries: FeedEntry[] };

/** An Atom feed of published editions, the latest first; the entry of a withdrawn one says so. */
export function feed(request: Request, { title, description, path, council, entries }: Contents): Content {
  const origin = settings().origin ?? new URL(request.url).origin;
  const changed = entries.map(changedAt).sort().at(-1);
  const atom = new Feed({
    title,
    description,
    id: `${origin}${path}`,
    link: origin + (entries.length > 0 ? path.replace(/\/feed\.xml$/, '') || '/' : '/'),
    feedLinks: { atom: `${origin}${path}` },
    language: 'en-GB',
    copyright: council,
    generator: 'Candour',
    author: { name: council },
    ...(changed && { updated: new Date(changed) }),
  });
  for (const entry of entries) {
    const { service, number, asAt } = entry;
    const link = `${origin}/scorecards/${service.slug}/editions/${number}`;
    atom.addItem({
      title: asText(`${service.name}: edition ${number}, as at ${formatDate(asAt)}`),
      id: link,
      link,
      description: asText(sentenceOf(entry)),
      published: new Date(entry.publishedAt),
      date: new Date(changedAt(entry)),
    });
  }
  // Without a tag: the feed names the host of the request.
  const headers = { 'Content-Type': 'application/atom+xml; charset=utf-8' };
  return { body: Buffer.from(atom.atom1()), etag: null, headers };
}

/** A text for a place that is read as HTML. */
const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const changedAt = ({ publishedAt, withdrawal }: FeedEntry) => new Date(withdrawal?.at ?? publishedAt).toISOString();

function sentenceOf({ withdrawal, note, corrected, publishedAt, publisher }: FeedEntry): string {
  if (withdrawal) return `Withdrawn on ${formatDate(londonDay(withdrawal.at))}: ${withdrawal.reason}`;
  const corrections =
    corrected === 0 ? '' : `${corrected} published ${corrected === 1 ? 'figure is' : 'figures are'} corrected.`;
  const published = `Published on ${formatDate(londonDay(publishedAt))} by ${publisher}.`;
  return [note, corrections, published].filter(Boolean).join(' ');
}
