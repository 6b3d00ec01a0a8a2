import type { ReviewItem } from '../db/queries/review-page';
import { formatDate, londonDay } from '../lib/day';
import { lateBy } from './due-line';

/** One reading of the review list: what it is, its figure, and a tick to approve it as it stands here. */
export function ReviewRow({ item }: { item: ReviewItem }) {
  const { readingId, version, title, period, figure, daysLate, submitted, whyNot } = item;
  return (
    <li>
      <a href={item.href}>
        <span className="verb">Review</span> {title}
      </a>
      <p className="what">
        {period.range}: <b>{figure}</b>
        {item.correction && ', a correction'}
      </p>
      <p className="when">
        <span>due {formatDate(item.due)}</span>
        {daysLate > 0 && <b className="red">{lateBy(daysLate)}</b>}
        <span>
          from {submitted.by}, {formatDate(londonDay(submitted.at))}
        </span>
      </p>
      {whyNot === null ? (
        <label className="choice">
          <input type="checkbox" name="approve" value={`${readingId}:${version}`} /> Approve
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
