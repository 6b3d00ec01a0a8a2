import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { CommitteesKept } from '@/components/committee/committees-kept';
import { database } from '@/db/connection/pool';
import { keptCommittees } from '@/db/queries/committee/committees';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Committees and meetings' };

export default async function Committees() {
  const who = await requirePerson();
  const committees = await found(keptCommittees(database(), who));
  return <CommitteesKept links={settingsOf(who)} committees={committees} today={await todayHere()} />;
}
