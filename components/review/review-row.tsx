import { HiddenList } from '@/components/service/hidden-list';
import { capital, lateBy } from '@/components/text/due-line';
import type { ReviewItem } from '@/db/queries/review/review-page';
import { formatDate, londonDay } from '@/lib/time/day';
import { ReviewFigures, ReviewProse } from './review-words';

/** What of a reading the list needs: everything that it is given is sent to the browser twice. */
export const reviewLine = [
  'readingId',
  'version',
  'title',
  'period',
  'due',
  'daysLate',
  'correction',
  'words',
  'submitted',
  'whyNot',
  'href',
] as const satisfies (keyof ReviewItem)[];
export type ReviewLine = Pick<ReviewItem, (typeof reviewLine)[number]>;

type Props = {
  item: ReviewLine;
  /** The first that can be ticked: where an error about the ticks leads. */
  first: boolean;
};

/** One reading of the review list: the whole of what an approval signs, and below it a tick to approve it as it stands here. */
export function ReviewRow({ item, first }: Props) {
  const { readingId, version, title, period, daysLate, submitted, whyNot } = item;
  return (
    <li>
      <a href={item.href}>
        <span className="verb">Review</span> {title}
      </a>
      <p className="what">
        {capital(period.range)}
        {item.correction && <b>, a correction</b>}
      </p>
      <p className="when">
        <span>due {formatDate(item.due)}</span>
        {daysLate > 0 && <b className="red">{lateBy(daysLate)}</b>}
        <span>
          from {submitted.by}, {formatDate(londonDay(submitted.at))}
        </span>
      </p>
      <ReviewFigures words={item.words} />
      <HiddenList hidden={item.words.hidden} caption="What the public will not see" />
      <ReviewProse words={item.words} />
      {whyNot === null ? (
        <label className="choice">
          <input type="checkbox" {...(first && { id: 'approve' })} name="approve" value={`${readingId}:${version}`} />{' '}
          Approve
          <span className="unseen">
            {' '}
            {title}, {period.range}
          </span>
        </label>
      ) : (
        <p className="why-not">{whyNot}</p>
      )}
    </li>
  );
}
