import type { ReactNode } from 'react';
import { Link } from '@/components/frame/link';
import type { NextMeasure } from '@/db/queries/framework/next-measure';

const doneWords: Record<string, string> = {
  added: 'The measure is added. The public sees it with the next edition.',
  changed: 'The measure is changed. What is published stays as it was.',
  mended: 'The slip is mended. The next edition has the new words, and the history tells what they were.',
  redefined: 'The new definition is kept. The next edition tells it, and figures before it keep theirs.',
  broken: 'The break is recorded. The next edition tells it; until then it can be taken back.',
  unbroken: 'The break is taken back.',
  retired:
    'The measure is retired. What was published stays; until an edition is out without it, this can be taken back.',
  back: 'The retirement is taken back: the measure counts as before.',
  target: 'The target is set. The public sees it with the next edition.',
  removed: 'The target is taken back.',
  decided: 'The decision on small counts is saved. The next edition goes by it.',
  theme: 'The theme is saved. The next edition has it.',
  outturn: 'The outturn is saved. The public sees it with the next edition.',
};

/** What was just done to a measure, with the way to the next one for whoever sets up a service; null for an unknown word. */
export function measureDone(done: string | null, service: string, next: NextMeasure | null): ReactNode {
  if (!done || !Object.hasOwn(doneWords, done)) return null;
  return (
    <>
      {doneWords[done]}
      {done === 'added' && (
        <>
          {' '}
          <Link href={`/settings/measures/new?service=${service}`}>Add another measure</Link>
        </>
      )}
      {next && (
        <>
          {' '}
          <Link href={`/settings/measures/${next.code}/${done}`}>
            Next: {done === 'target' ? 'set a target for' : 'enter the outturn of'} {next.number}. {next.title}
          </Link>
        </>
      )}
    </>
  );
}
