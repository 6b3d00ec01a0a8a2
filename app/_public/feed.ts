import { Feed } from 'feed';
import { LRUCache } from 'lru-cache';
import { settings } from '@/app/_server/server-settings';
import { publicDatabase } from '@/db/connection/pool';
import { type FeedEntry, feedRows } from '@/db/queries/published/feed';
import { editionResults } from '@/lib/scorecard/count-sentence';
import { formatDate, londonDay } from '@/lib/time/period';
import type { Content } from './answer';
import { namingHost } from './plain-file';
import { madeOnce } from './rendered';

type Contents = {
  title: string;
  description: string;
  path: string;
  /** The path by which readers of the feed know it; a service's own stays that of its first address. */
  id: string;
  council: string;
  /** Under which the figures are published; none where nobody has said. */
  licence: string | undefined;
  entries: FeedEntry[];
};

/** An Atom feed of published editions, the latest first, each with its counts and its Reds; the entry of a withdrawn one says so. */
export function feed(request: Request, contents: Contents): Promise<Content> {
  // Where it names the host of the request, it is made for each who asks.
  return settings().origin ? madeOnce(['feed', contents], () => made(request, contents)) : made(request, contents);
}

async function made(request: Request, contents: Contents): Promise<Content> {
  const results = await resultsOf(contents.entries.filter(({ withdrawal }) => withdrawal === null));
  return namingHost(request, 'application/atom+xml', (origin) => atomText(origin, contents, results));
}

function atomText(origin: string, contents: Contents, results: Map<string, string>): string {
  const { title, description, path, id, council, licence, entries } = contents;
  const changed = entries.map(changedAt).sort().at(-1);
  const atom = new Feed({
    title,
    description,
    id: `${origin}${id}`,
    link: origin + (entries.length > 0 ? path.replace(/\/feed\.xml$/, '') || '/' : '/'),
    feedLinks: { atom: `${origin}${path}` },
    language: 'en-GB',
    copyright: licence ? `${council}. Licence: ${licence}.` : council,
    generator: 'Candour',
    author: { name: council },
    ...(changed && { updated: new Date(changed) }),
  });
  for (const entry of entries) {
    const { service, firstSlug, number, asAt } = entry;
    const link = `${origin}/scorecards/${service.slug}/editions/${number}`;
    atom.addItem({
      title: asText(`${service.name}: edition ${number}, as at ${formatDate(asAt)}`),
      id: `${origin}/scorecards/${firstSlug}/editions/${number}`,
      link,
      description: asText(sentenceOf(entry, results.get(entry.sha256))),
      published: new Date(entry.publishedAt),
      date: new Date(changedAt(entry)),
    });
  }
  return atom.atom1();
}

/** A text for a place that is read as HTML. */
const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const changedAt = ({ publishedAt, withdrawal }: FeedEntry) => new Date(withdrawal?.at ?? publishedAt).toISOString();

function sentenceOf(entry: FeedEntry, results = ''): string {
  const { withdrawal, note, corrected, publishedAt, publisher } = entry;
  if (withdrawal) return `Withdrawn on ${formatDate(londonDay(withdrawal.at))}: ${withdrawal.reason}`;
  const corrections =
    corrected === 0 ? '' : `${corrected} published ${corrected === 1 ? 'figure is' : 'figures are'} corrected.`;
  const published = `Published on ${formatDate(londonDay(publishedAt))} by ${publisher}.`;
  return [results, note, corrections, published].filter(Boolean).join(' ');
}

/** What editions came to, by their fingerprint; an edition never changes, so that it is read once. */
const known = new LRUCache<string, string>({ maxSize: 2 ** 20, sizeCalculation: (text) => text.length + 64 });

async function resultsOf(entries: FeedEntry[]): Promise<Map<string, string>> {
  const results = new Map(entries.map(({ sha256 }) => [sha256, known.get(sha256)]));
  const unread = entries.filter(({ sha256 }) => results.get(sha256) === undefined);
  const rows =
    unread.length > 0
      ? await feedRows(
          publicDatabase(),
          unread.map(({ id }) => id),
        )
      : new Map();
  for (const { id, sha256, publishedAt } of unread) {
    const text = editionResults(rows.get(id) ?? [], londonDay(publishedAt));
    known.set(sha256, text);
    results.set(sha256, text);
  }
  return new Map([...results].map(([sha256, text]) => [sha256, text ?? '']));
}
