'use client';

import { useEffect, useRef } from 'react';
import { SubmitButton } from '@/components/form/submit-button';
import type { BenchmarkedMeasure } from '@/db/queries/measure/benchmarks';
import type { CheckedEntry } from '@/lib/benchmark/benchmark-form';
import { spanWords } from '@/lib/benchmark/benchmark-span';
import { shownThreshold } from '@/lib/figure/figure';

type Props = {
  entry: CheckedEntry;
  measure: BenchmarkedMeasure;
  /** Whether the entry differs from the one that was checked before. */
  changed: boolean;
};

/** What was understood of the figures that were typed, before they are saved; takes the focus when it appears. */
export function BenchmarkCheck({ entry, measure, changed }: Props) {
  const { name, source, alike, note, begins, changes } = entry;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (entry) title.current?.focus();
  }, [entry]);
  const isNew = (change: (typeof changes)[number]) => !change.same && change.was === null;
  const counts = [
    [changes.filter(isNew).length, 'new'],
    [changes.filter(({ same, was }) => !same && was !== null).length, 'corrected'],
    [changes.filter(({ same }) => same).length, 'here already'],
  ].flatMap(([count, what]) => (count ? [`${count} ${what}`] : []));
  return (
    <section className="benchmark-check" aria-labelledby="check-title">
      <h2 id="check-title" tabIndex={-1} ref={title}>
        Check before you save
      </h2>
      {changed && (
        <p role="alert">
          <b>Something has changed since you checked it, so nothing is saved yet: look at it once more.</b>
        </p>
      )}
      <p>
        <b>{name}</b>
        {begins ? ', a new comparator' : ', which is here already'}; {source}.{' '}
        {alike ? 'Counted like this measure, so compared' : 'Counted otherwise, so not compared'}: {note}
      </p>
      <table className="benchmark-figures">
        <caption>Figures: {counts.join(', ')}</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Figure</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.until}>
              <td>{spanWords(change)}</td>
              <td>{shownThreshold(change.value, measure)}</td>
              <td>{changeWords(change, measure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <SubmitButton busy="Saving…" name="intent" value="save">
          Save
        </SubmitButton>
      </div>
    </section>
  );
}

function changeWords({ same, was, value }: CheckedEntry['changes'][number], measure: BenchmarkedMeasure): string {
  if (same) return 'Here already';
  if (was === null) return 'New';
  return was === value ? 'Corrects its first day' : `Replaces ${shownThreshold(was, measure)}`;
}
