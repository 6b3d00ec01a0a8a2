import type { Column } from '@/lib/bring-in/column';
import { columns } from '@/lib/bring-in/our-columns';
import type { Kind } from '@/lib/bring-in/wish';

/** A word of ours as it is compared: in lower case, its letters and digits alone. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const kindNames: Record<Kind, string[]> = {
  service: ['services', 'service'],
  person: ['people', 'person', 'persons'],
  measure: ['measures', 'measure'],
  target: ['targets', 'target'],
  outturn: ['outturns', 'outturn'],
  comparator: ['comparators', 'comparator'],
  reading: ['readings', 'reading'],
};

/** The kind that the name of a sheet or a file is, or null. */
export const kindCalled = (name: string): Kind | null => {
  const word = name
    .replace(/\.(?:csv|xlsx|txt)$/i, '')
    .trim()
    .toLowerCase();
  return (Object.keys(kindNames) as Kind[]).find((kind) => kindNames[kind].includes(word)) ?? null;
};

/** The further actions of a reading: Action 2, Action 2 owner, action_3_due. */
const furtherAction = /^action[ _](\d{1,2})(?:[ _](owner|due))?$/i;

/** The column of ours that a heading names, by its heading or its name in files; null for none. */
export function ownColumn(kind: Kind, heading: string): Pick<Column, 'name' | 'heading'> | null {
  const found = columns[kind].find(({ name, heading: words }) =>
    [name, words].some((each) => plain(each) === plain(heading)),
  );
  const [, number, part] = (kind === 'reading' && heading.trim().match(furtherAction)) || [];
  if (found || !number) return found ?? null;
  return {
    name: `action_${number}${part ? `_${part.toLowerCase()}` : ''}`,
    heading: `Action ${number}${part ? ` ${part.toLowerCase()}` : ''}`,
  };
}

/** Whether a heading of ours stands over what only goes out. */
export const isForReading = (heading: string): boolean => /\(for reading only\)$/i.test(heading.trim());
