import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { YearEndServices } from '@/components/year-end/year-end-list';
import { database } from '@/db/connection/pool';
import { yearEndList } from '@/db/queries/framework/year-end';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Year end' };

export default async function YearEnd() {
  const who = await requirePerson();
  const list = await found(yearEndList(database(), who, await todayHere()));
  return <YearEndServices links={settingsOf(who)} list={list} />;
}
