import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { CommitteeKept } from '@/components/committee/committee-kept';
import { database } from '@/db/connection/pool';
import { keptCommittee } from '@/db/queries/committee/committees';
import { settingsOf } from '@/lib/people/settings-links';

type Props = PageProps<'/settings/committees/[committee]'>;

const pageOf = cache(async (slug: string) => {
  const who = await requirePerson();
  return { who, committee: await found(keptCommittee(database(), who, slug)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: (await pageOf((await params).committee)).committee.ground.name };
}

export default async function Committee({ params, searchParams }: Props) {
  const [{ committee: slug }, { done }] = await Promise.all([params, searchParams]);
  const { who, committee } = await pageOf(slug);
  return (
    <CommitteeKept
      links={settingsOf(who)}
      committee={committee}
      today={await todayHere()}
      done={typeof done === 'string' ? done : null}
    />
  );
}
