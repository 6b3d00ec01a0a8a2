import type { FrozenRow } from '@/lib/edition/edition';
import { formatDate } from '@/lib/time/period';
import type { Line } from './paper';

/** An action with who does it and by when: 'Go through the cases. Head of Safeguarding, no date set'. */
export const actionLine = ({ text, owner, due }: FrozenRow['actions'][number]): Line => [
  { text: `${text} ` },
  { text: `${owner}, ${due ? `by ${formatDate(due)}` : 'no date set'}`, manner: 'small', tone: 'soft' },
];
