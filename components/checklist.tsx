import type { Finding } from '../lib/readiness';
import { Shape } from './symbol-sprite';

/** What stands in the way of an edition, each with a link to the place that mends it, where that is not this page. */
export function Checklist({ blockers, here }: { blockers: Finding[]; here: string }) {
  if (blockers.length === 0)
    return (
      <p className="ready">
        <Shape of="up_to_date" /> Nothing stands in the way of publication.
      </p>
    );
  return (
    <>
      <p>{blockers.length === 1 ? 'One thing stands' : `${blockers.length} things stand`} in the way of publication:</p>
      <ul className="findings">
        {blockers.map(({ id, sentence, href }) => (
          <li key={id}>
            {sentence}{' '}
            {href !== here && (
              <a href={href}>
                Mend it<span className="unseen">: {sentence}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
