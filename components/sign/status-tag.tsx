import { type Status, statusWords } from '@/lib/status/data-status';
import { Shape } from './sign-shapes';

/** Whether the readings that are due are here, in word, shape and colour. */
export function StatusTag({ status }: { status: Status }) {
  return (
    <span className={status === 'overdue' ? 'tag red' : 'tag'}>
      <Shape symbol={status} />
      {statusWords[status]}
    </span>
  );
}
