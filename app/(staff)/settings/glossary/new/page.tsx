import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { TermForm } from '@/components/glossary/term-form';
import { database } from '@/db/connection/pool';
import { servicesWithWords } from '@/db/queries/glossary/terms';
import { settingsOf } from '@/lib/people/settings-links';
import { explain } from '../actions';

export const metadata: Metadata = { title: 'Explain a word' };

export default async function NewTerm({ searchParams }: PageProps<'/settings/glossary/new'>) {
  const who = await requirePerson();
  const [services, { kept, service }] = await Promise.all([found(servicesWithWords(database(), who)), searchParams]);
  return (
    <FrameworkPage
      title="Explain a word"
      standfirst="For everybody who meets it on a scorecard for the first time."
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/glossary', text: 'Glossary' }]}
      current="/settings/glossary"
    >
      <TermForm
        key={String(kept)}
        term={null}
        services={services}
        service={typeof service === 'string' ? service : ''}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={explain}
      />
    </FrameworkPage>
  );
}
