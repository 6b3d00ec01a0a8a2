import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { ThemeForm } from '@/components/glossary/theme-form';
import { database } from '@/db/connection/pool';
import { themePage } from '@/db/queries/framework/theme';
import { settingsOf } from '@/lib/people/settings-links';
import { set } from './actions';

type Props = PageProps<'/settings/measures/[code]/theme'>;

const pageOf = cache(async (code: string) => {
  const who = await requirePerson();
  return { who, page: await found(themePage(database(), who, code)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Theme of ${(await pageOf((await params).code)).page.title}` };
}

export default async function Theme({ params, searchParams }: Props) {
  const [{ code }, { kept }] = await Promise.all([params, searchParams]);
  const { who, page } = await pageOf(code);
  const { service, number, title } = page;
  return (
    <FrameworkPage
      title="Choose a theme"
      standfirst={title}
      links={settingsOf(who)}
      crumbs={[
        { href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` },
        { href: `/settings/measures/${code}`, text: String(number) },
      ]}
      current="/settings/measures"
    >
      <ThemeForm key={String(kept)} page={page} kept={await keptTyping(kept)} fresh={crypto.randomUUID()} step={set} />
    </FrameworkPage>
  );
}
