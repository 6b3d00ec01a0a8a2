import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { MeasuresKept } from '@/components/framework/measures-kept';
import { database } from '@/db/connection/pool';
import { keptMeasures } from '@/db/queries/framework/measures';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Measures' };

export default async function Measures({ searchParams }: PageProps<'/settings/measures'>) {
  const [who, { service, done }] = await Promise.all([requirePerson(), searchParams]);
  const only = typeof service === 'string' ? service : null;
  const list = await found(keptMeasures(database(), who, only, await todayHere()));
  return <MeasuresKept links={settingsOf(who)} list={list} done={done === 'reordered'} />;
}
