import type { JudgedStatus } from '@/lib/target/judged-status';
import { colourWords } from '@/lib/target/target';
import { formatInstant } from '@/lib/time/instant';

type Signature = { by: string; at: string };
type Approved = Signature & { for: string | null; judged: JudgedStatus | null };
type Props = { submitted: Signature | null; approved: Approved | null };

const approvedAs = ({ colour, rule, reason }: JudgedStatus): string =>
  `It is judged ${colourWords[colour]} where the rule gives ${colourWords[rule]}: ${reason}`;

/** Who submitted a reading, who approved it and for whom, when, and as which colour where one was judged. */
export function SignedBy({ submitted, approved }: Props) {
  return (
    <>
      {submitted && (
        <p>
          {submitted.by} submitted it at {formatInstant(submitted.at)}.
        </p>
      )}
      {approved && (
        <p>
          {approved.by} approved it{approved.for && ` for ${approved.for}`} at {formatInstant(approved.at)}.
          {approved.judged && ` ${approvedAs(approved.judged)}`}
        </p>
      )}
    </>
  );
}
