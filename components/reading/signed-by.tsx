import { formatInstant } from '@/lib/time/instant';

type Signature = { by: string; at: string };
type Props = { submitted: Signature | null; approved: (Signature & { for: string | null }) | null };

/** Who submitted a reading, who approved it and for whom, and when. */
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
        </p>
      )}
    </>
  );
}
