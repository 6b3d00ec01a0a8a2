import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { TargetDesk } from '@/components/framework/target-desk';
import { database } from '@/db/connection/pool';
import { targetPage } from '@/db/queries/framework/targets';
import { settingsOf } from '@/lib/people/settings-links';
import { set, takeBack } from './actions';

type Props = PageProps<'/settings/measures/[code]/target'>;

const pageOf = cache(async (code: string) => {
  const who = await requirePerson();
  return { who, page: await found(targetPage(database(), who, code)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Set a target for ${(await pageOf((await params).code)).page.title}` };
}

export default async function Target({ params, searchParams }: Props) {
  const [{ code }, { kept }] = await Promise.all([params, searchParams]);
  const { who, page } = await pageOf(code);
  return (
    <TargetDesk
      key={String(kept)}
      links={settingsOf(who)}
      page={page}
      kept={await keptTyping(kept)}
      fresh={crypto.randomUUID()}
      steps={{ set, takeBack }}
    />
  );
}
