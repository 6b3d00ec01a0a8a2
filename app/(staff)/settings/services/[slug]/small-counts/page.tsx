import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { DecisionForm } from '@/components/disclosure/decision-form';
import { DecisionPage } from '@/components/disclosure/decision-page';
import { database } from '@/db/connection/pool';
import { serviceDecisionPage } from '@/db/queries/disclosure/decision-pages';
import { defaultNow } from '@/lib/disclosure/policy-words';
import { settingsOf } from '@/lib/people/settings-links';
import { decide } from './actions';

type Props = PageProps<'/settings/services/[slug]/small-counts'>;

const pageOf = cache(async (slug: string) => {
  const who = await requirePerson();
  return { who, page: await found(serviceDecisionPage(database(), who, slug)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Small counts of ${(await pageOf((await params).slug)).page.service.name}` };
}

export default async function SmallCounts({ params, searchParams }: Props) {
  const [{ slug }, { kept }] = await Promise.all([params, searchParams]);
  const { who, page } = await pageOf(slug);
  const { service, own, announced } = page;
  return (
    <DecisionPage
      title="Decide on small counts"
      standfirst={`For each measure of ${service.name} that counts people and has no decision of its own.`}
      links={settingsOf(who)}
      crumbs={[
        { href: '/settings/services', text: 'Services' },
        { href: `/settings/services/${slug}`, text: service.name },
      ]}
      current="/settings/services"
      now={defaultNow(own)}
      announced={announced}
    >
      <DecisionForm
        key={`${String(kept)} ${own?.id}`}
        place={{ service: slug }}
        own={own}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        back={`/settings/services/${slug}`}
        step={decide}
      />
    </DecisionPage>
  );
}
