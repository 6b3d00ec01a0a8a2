import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { CommitteeForm } from '@/components/committee/committee-form';
import { FrameworkPage } from '@/components/framework/framework-page';
import { database } from '@/db/connection/pool';
import { keptCommittee } from '@/db/queries/committee/committees';
import { settingsOf } from '@/lib/people/settings-links';
import { save } from '../../actions';

type Props = PageProps<'/settings/committees/[committee]/change'>;

const pageOf = cache(async (slug: string) => {
  const who = await requirePerson();
  return { who, committee: await found(keptCommittee(database(), who, slug)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Change ${(await pageOf((await params).committee)).committee.ground.name}` };
}

export default async function ChangeCommittee({ params, searchParams }: Props) {
  const [{ committee: slug }, { kept }] = await Promise.all([params, searchParams]);
  const { who, committee } = await pageOf(slug);
  return (
    <FrameworkPage
      title={`Change ${committee.ground.name}`}
      standfirst={`Its address is /committees/${slug}.`}
      links={settingsOf(who)}
      crumbs={[
        { href: '/settings/committees', text: 'Committees and meetings' },
        { href: `/settings/committees/${slug}`, text: committee.ground.name },
      ]}
      current="/settings/committees"
    >
      <CommitteeForm
        key={String(kept)}
        committee={committee}
        services={committee.services}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={save}
      />
    </FrameworkPage>
  );
}
