import type { FrozenRow } from '@/lib/edition/edition';
import { AssuranceTag, VariationTag } from './signal-tag';

/** Whether the latest figure of a row is a signal, and whether its target can be relied on; the words beneath say more. */
export function SignalCell({ signal }: { signal: FrozenRow['signal'] }) {
  if (!signal?.variation && !signal?.assurance) return <i>cannot be told</i>;
  const { variation, assurance } = signal;
  return (
    <>
      {variation && <VariationTag variation={variation} />}
      {assurance && <AssuranceTag assurance={assurance} />}
    </>
  );
}

/** What the signal of a row says in one sentence, and that some of its figures were invented where they were. */
export function SignalNote({ row }: { row: Pick<FrozenRow, 'signal' | 'trend'> }) {
  const { signal, trend } = row;
  const workedOut = signal?.variation || signal?.silent;
  const invented = workedOut && trend.points.some(({ illustrative }) => illustrative);
  const elsewhere = workedOut && trend.points.some((point) => point.elsewhere);
  return (
    <p className="note">
      <b>Signal or noise</b> {signal?.sentence ?? 'It was not worked out in this edition.'}
      {invented && ' It is worked out with illustrative figures.'}
      {elsewhere && ' It is worked out with figures that were published elsewhere.'}
    </p>
  );
}
