import type { Transaction } from '@/db/connection/client';
import { council } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import type { About } from './change';

/** What a try is kept of that is about nothing which is here yet: the council. Throws where there is no council. */
export async function aboutCouncil(tx: Transaction, details: About['details']): Promise<About> {
  const [here] = await tx.select({ id: council.id }).from(council);
  if (!here) throw new Refused('There is no council in this database yet.');
  return { serviceId: null, subject: 'council', subjectId: here.id, details };
}
