import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { TermForm, TermRemoval } from '@/components/glossary/term-form';
import { database } from '@/db/connection/pool';
import { keptTerm } from '@/db/queries/glossary/terms';
import { settingsOf } from '@/lib/people/settings-links';
import { change, remove } from '../actions';

type Props = PageProps<'/settings/glossary/[id]'>;

const pageOf = cache(async (id: string) => {
  const who = await requirePerson();
  return { who, term: await found(keptTerm(database(), who, id)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Change ${(await pageOf((await params).id)).term.term}` };
}

export default async function Term({ params, searchParams }: Props) {
  const [{ id }, { kept }] = await Promise.all([params, searchParams]);
  const { who, term } = await pageOf(id);
  return (
    <FrameworkPage
      title={`Change “${term.term}”`}
      standfirst={term.service ? `As ${term.service.name} means it, whatever the council says of it.` : undefined}
      links={settingsOf(who)}
      crumbs={[{ href: '/settings/glossary', text: 'Glossary' }]}
      current="/settings/glossary"
    >
      <TermForm
        key={String(kept)}
        term={term}
        kept={await keptTyping(kept)}
        fresh={crypto.randomUUID()}
        step={change}
      />
      <TermRemoval term={term} fresh={crypto.randomUUID()} step={remove} />
    </FrameworkPage>
  );
}
