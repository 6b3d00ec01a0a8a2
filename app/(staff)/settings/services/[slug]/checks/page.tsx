import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { SilenceDesk } from '@/components/silenced-warnings/silence-desk';
import { database } from '@/db/connection/pool';
import { keptSilence } from '@/db/queries/framework/silenced-warnings';
import { settingsOf } from '@/lib/people/settings-links';
import { hear, silence } from '../../actions';

type Props = PageProps<'/settings/services/[slug]/checks'>;

const pageOf = cache(async (slug: string) => {
  const who = await requirePerson();
  return { who, kept: await found(keptSilence(database(), who, slug)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Warnings shown to ${(await pageOf((await params).slug)).kept.name}` };
}

export default async function Checks({ params }: Props) {
  const { slug } = await params;
  const { who, kept } = await pageOf(slug);
  return (
    <FrameworkPage
      title={`Warnings shown to ${kept.name}`}
      standfirst="The words of each reading are checked against its figures. What must be mended is always shown; a kind of warning that only stands in the way here can be silenced, with a reason that the record keeps."
      links={settingsOf(who)}
      crumbs={[
        { href: '/settings/services', text: 'Services' },
        { href: `/settings/services/${slug}`, text: kept.name },
      ]}
      current="/settings/services"
    >
      <SilenceDesk silence={kept} fresh={() => crypto.randomUUID()} silenceCheck={silence} hearCheck={hear} />
    </FrameworkPage>
  );
}
