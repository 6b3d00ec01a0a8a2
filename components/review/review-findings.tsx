import { FindingWords } from '@/components/reading/finding-words';
import type { Weighed } from '@/lib/commentary/checking/weigh-findings';

/** What the checks find in the words of a reading, for whoever signs them: what cannot stand, and what its author keeps and why. */
export function ReviewFindings({ blockers, open, kept }: Weighed) {
  if (blockers.length + open.length + kept.length === 0) return null;
  return (
    <div className="told">
      {blockers.length > 0 && (
        <>
          <p>
            <b>This cannot be approved as it stands:</b>
          </p>
          <ul>
            {blockers.map((finding) => (
              <li key={`${finding.rule} ${finding.at} ${finding.sentence}`}>
                <FindingWords finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
      {kept.length + open.length > 0 && (
        <>
          <p>
            <b>Warnings about the words:</b>
          </p>
          <ul>
            {kept.map((finding) => (
              <li key={`${finding.rule} ${finding.at} ${finding.sentence}`}>
                <FindingWords finding={finding} /> The owner keeps it: {finding.reason}
              </li>
            ))}
            {open.map((finding) => (
              <li key={`${finding.rule} ${finding.at} ${finding.sentence}`}>
                <FindingWords finding={finding} /> The owner was not asked about it.
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
