import { notSetUp } from '@/lib/people/beginning';

/** What stands where people sign in while there is no council that they could belong to. */
export function NotSetUpWords() {
  return (
    <>
      <h1>{notSetUp.heading}</h1>
      <p className="standfirst">{notSetUp.sentence}</p>
    </>
  );
}
