import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { OwnReadings } from '@/components/work/own-readings';
import { database } from '@/db/connection/pool';
import { ownCounts, ownReadings } from '@/db/queries/work/own-readings';
import { pageFromAddress } from '@/lib/form/page-of-list';
import { ownStateOrder, ownStates, stateFromAddress } from '@/lib/reading/own-readings';

type Props = PageProps<'/work/readings'>;

export async function generateMetadata({ searchParams }: Props) {
  const state = stateFromAddress((await searchParams).state);
  return { title: state ? `My readings: ${ownStates[state].title.toLowerCase()}` : 'My readings' };
}

export default async function MyReadings({ searchParams }: Props) {
  const who = await requirePerson();
  const { state: wanted, page: number } = await searchParams;
  const counts = await found(ownCounts(database(), who));
  // Without a state that there is, the first in which something stands.
  const state = stateFromAddress(wanted) ?? ownStateOrder.find((candidate) => counts[candidate] > 0) ?? 'draft';
  const page = pageFromAddress(number);
  const items = await found(ownReadings(database(), who, { state, page }));
  return <OwnReadings counts={counts} items={items} state={state} page={page} />;
}
