import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { SubpageHead } from '@/components/people/subpage-head';
import { PostsList } from '@/components/post/posts-list';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { postsPage } from '@/db/queries/people/posts-page';
import { numberIn } from '@/lib/people/people-form';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Heads, deputies and owners' };

export default async function Page({ searchParams }: PageProps<'/settings/people/posts'>) {
  const who = await requirePerson();
  const today = await todayHere();
  const services = await found(postsPage(database(), who, today));
  return (
    <>
      <SubpageHead title="Heads, deputies and owners" />
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <PostsList services={services} today={today} person={numberIn((await searchParams).person)} />
      </SettingsFrame>
    </>
  );
}
