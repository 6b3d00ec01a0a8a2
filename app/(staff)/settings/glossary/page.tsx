import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { GlossaryKept } from '@/components/glossary/glossary-kept';
import { database } from '@/db/connection/pool';
import { keptGlossary } from '@/db/queries/glossary/terms';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Glossary' };

export default async function Glossary({ searchParams }: PageProps<'/settings/glossary'>) {
  const who = await requirePerson();
  const [terms, { done }] = await Promise.all([found(keptGlossary(database(), who)), searchParams]);
  return <GlossaryKept links={settingsOf(who)} terms={terms} done={typeof done === 'string' ? done : null} />;
}
