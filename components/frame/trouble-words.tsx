import { faultWords, nothingHereWords } from '@/lib/text/fault-words';
import { RequestNumber } from './request-number';

/** An address behind the sign-in that leads nowhere, or nowhere for this person: both are answered alike. */
export function NotFoundWords() {
  return (
    <>
      <title>{nothingHereWords.heading}</title>
      <h1>{nothingHereWords.heading}</h1>
      <p className="standfirst">{nothingHereWords.sentence}</p>
      <p>
        <a href="/work">Go to your work</a>
      </p>
    </>
  );
}

/** A fault of ours, without its inside; the log has the same number. */
export function FaultWords({ digest }: { digest?: string | undefined }) {
  return (
    <>
      <title>{faultWords.heading}</title>
      <h1>{faultWords.heading}</h1>
      <p className="standfirst">{faultWords.sentence}</p>
      <RequestNumber id={digest} />
      <p>
        <a href="/work">Go to your work</a>
      </p>
    </>
  );
}
