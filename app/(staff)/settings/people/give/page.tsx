import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson } from '@/app/_staff/session';
import { SubpageHead } from '@/components/people/subpage-head';
import { GivingPage } from '@/components/post/giving-page';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { givingPage } from '@/db/queries/people/giving-page';
import { numberIn } from '@/lib/people/people-form';
import { settingsOf } from '@/lib/people/settings-links';
import { isSlug } from '@/lib/text/page-address';
import { give } from '../post-actions';

export const metadata: Metadata = { title: 'Give measures away' };

export default async function Page({ searchParams }: PageProps<'/settings/people/give'>) {
  const who = await requirePerson();
  const { from, to, service } = await searchParams;
  const giver = from === 'nobody' ? from : numberIn(from);
  const receiver = numberIn(to);
  const slug = typeof service === 'string' && isSlug(service) ? service : null;
  const page = await found(givingPage(database(), who, { from: giver, to: receiver, service: slug }));
  return (
    <>
      <SubpageHead title="Give measures away">
        <p>Whoever owns a measure enters its figures. Drafts go with the measures; what waits for approval stays.</p>
      </SubpageHead>
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <GivingPage
          page={page}
          chosen={{ from: giver === null ? null : String(giver), to: receiver, service: slug }}
          isWrong={from !== undefined && to !== undefined && page.check === null}
          fresh={crypto.randomUUID()}
          give={give}
        />
      </SettingsFrame>
    </>
  );
}
