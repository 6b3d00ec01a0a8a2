import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { SubpageHead } from '@/components/people/subpage-head';
import { OwnersPart } from '@/components/post/owners-part';
import { PostChange } from '@/components/post/post-change';
import { ServicePosts } from '@/components/post/service-posts';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { servicePostsPage } from '@/db/queries/people/posts-page';
import { numberIn } from '@/lib/people/people-form';
import { settingsOf } from '@/lib/people/settings-links';
import { endDeputy, nameDeputy, nameHead } from '../../post-actions';

type Props = PageProps<'/settings/people/posts/[service]'>;

const postsPage = cache(async (slug: string) => {
  const who = await requirePerson();
  return found(servicePostsPage(database(), who, slug, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  return { title: `Who looks after ${(await postsPage((await params).service)).posts.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const who = await requirePerson();
  const { posts, people } = await postsPage((await params).service);
  const { done, person } = await searchParams;
  return (
    <>
      <SubpageHead title={posts.name} />
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <PostChange done={done} posts={posts} />
        <ServicePosts
          posts={posts}
          people={people}
          today={await todayHere()}
          person={String(numberIn(person) ?? '')}
          fresh={crypto.randomUUID()}
          actions={{ nameHead, nameDeputy, endDeputy }}
        />
        <OwnersPart posts={posts} />
      </SettingsFrame>
    </>
  );
}
