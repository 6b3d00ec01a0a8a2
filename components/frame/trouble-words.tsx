import { RequestNumber } from './request-number';

/** An address behind the sign-in that leads nowhere, or nowhere for this person: both are answered alike. */
export function NotFoundWords() {
  return (
    <>
      <title>Page not found</title>
      <h1>Page not found</h1>
      <p className="standfirst">There is nothing at this address, or nothing that you work on.</p>
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
      <title>Something went wrong</title>
      <h1>Something went wrong</h1>
      <p className="standfirst">
        This page could not be made. The fault is ours and has been noted. Please load it again in a minute.
      </p>
      <RequestNumber id={digest} />
      <p>
        <a href="/work">Go to your work</a>
      </p>
    </>
  );
}
