import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { ServiceFacts } from '@/components/framework/service-facts';
import { ServiceForm } from '@/components/framework/service-form';
import { database } from '@/db/connection/pool';
import { keptService } from '@/db/queries/framework/services';
import { settingsOf } from '@/lib/people/settings-links';
import { save } from '../actions';

type Props = PageProps<'/settings/services/[slug]'>;

const pageOf = cache(async (slug: string) => {
  const who = await requirePerson();
  return { who, service: await found(keptService(database(), who, slug)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Change ${(await pageOf((await params).slug)).service.words.name}` };
}

export default async function Service({ params, searchParams }: Props) {
  const [{ slug }, { kept }] = await Promise.all([params, searchParams]);
  const { who, service } = await pageOf(slug);
  return (
    <FrameworkPage
      title={`Change ${service.words.name}`}
      standfirst={`Its address is /scorecards/${slug}.`}
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/services', text: 'Services' }]}
      current="/settings/services"
    >
      <ServiceFacts service={service} />
      <ServiceForm
        key={String(kept)}
        service={service}
        others={service.others}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={save}
      />
    </FrameworkPage>
  );
}
