import { z } from 'zod';
import { formatDate, londonDay } from '@/lib/time/period';

/** A slip that was mended in the title or the definition of a measure, and what stood there before. */
export type Mend = { on: string; what: 'title' | 'definition'; was: string };

const Changes = z.array(z.tuple([z.enum(['the title', 'the definition']), z.string(), z.string()]));

/** The mends that an event tells of, made at an ISO instant; none where its details are of another kind. */
export function mendsIn(at: string, changes: unknown): Mend[] {
  const { data = [] } = Changes.safeParse(changes);
  return data.map(([field, was]) => ({
    on: londonDay(new Date(at).toISOString()),
    what: field === 'the title' ? 'title' : 'definition',
    was,
  }));
}

/** A mend as the public reads it: 'Title mended on 3 May 2018: “Buses on tme” was a slip.' */
export const mendSentence = ({ on, what, was }: Mend): string =>
  `${what === 'title' ? 'Title' : 'Definition'} mended on ${formatDate(on)}: a slip in “${was}”.`;
