import type { ListedEdition } from '@/db/queries/published/editions';
import type { EditionHead } from '@/lib/edition/edition';
import type { Summary } from '@/lib/scorecard/scorecard';

type Listed = Pick<EditionHead, 'number' | 'asAt' | 'publishedAt' | 'publisher' | 'note'>;

/** An edition as a list describes it. */
export const describedEdition = (service: string, edition: Listed, withdrawal: ListedEdition['withdrawal']) => ({
  number: edition.number,
  as_at: edition.asAt,
  published_at: new Date(edition.publishedAt).toISOString(),
  publisher: edition.publisher,
  note: edition.note,
  withdrawn: withdrawal && { at: new Date(withdrawal.at).toISOString(), reason: withdrawal.reason },
  page: `/scorecards/${service}/editions/${edition.number}`,
});

/** An edition in full: its fingerprint, and where its data are. */
export const editionInFull = (head: EditionHead) => ({
  ...describedEdition(head.service.slug, head, null),
  comparison_year: head.comparisonYear,
  sha256: head.sha256,
  canonical: `/scorecards/${head.service.slug}/editions/${head.number}/canonical.json`,
  measures: `/api/v1/services/${head.service.slug}/editions/${head.number}/measures`,
});

/** A service with the edition in force. */
export const describedService = (head: EditionHead) => ({
  id: head.service.slug,
  name: head.service.name,
  notice: head.service.notice,
  page: `/scorecards/${head.service.slug}`,
  editions: `/api/v1/services/${head.service.slug}/editions`,
  edition: editionInFull(head),
});

/** The counts of a scorecard, as its page says them. */
export const describedCounts = ({ total, green, amber, red, none, improving, worsening, overdue }: Summary) => ({
  measures: total,
  green,
  amber,
  red,
  without_colour: none,
  improving,
  worsening,
  overdue,
});
