import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { nowHere, requirePerson, todayHere } from '@/app/_staff/session';
import { EarlyEdition } from '@/components/release/early-edition';
import { readEarly } from '@/db/commands/release/early-reading';
import { database } from '@/db/connection/pool';
import { earlyPage } from '@/db/queries/release/early';
import { pageFromAddress } from '@/lib/form/page-of-list';

type Props = PageProps<'/early/[id]'>;

/** The record says that it is read before anything is shown, so that nothing is ever shown unrecorded. */
const loadPage = cache(async (id: string) => {
  const who = await requirePerson();
  const acting = { who: who.id, at: await nowHere(), today: await todayHere() };
  const read = async () => {
    if (!/^[1-9]\d{0,8}$/.test(id) || !(await readEarly(database(), acting, Number(id)))) return null;
    return earlyPage(database(), who, Number(id), acting.at);
  };
  return found(read());
});

export async function generateMetadata({ params }: Props) {
  const { service, number } = await loadPage((await params).id);
  return { title: `${service}, edition ${number}, before its release` };
}

export default async function Early({ params, searchParams }: Props) {
  const { id } = await params;
  const page = await loadPage(id);
  const listPage = pageFromAddress((await searchParams).page);
  return <EarlyEdition page={page} today={await todayHere()} listPage={listPage} address={`/early/${id}`} />;
}
