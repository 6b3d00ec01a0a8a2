import type { Metadata } from 'next';
import { asLived } from '@/app/_server/clock';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { SignInsPage } from '@/components/people/sign-ins-page';
import { SubpageHead } from '@/components/people/subpage-head';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { database } from '@/db/connection/pool';
import { signInsPage } from '@/db/queries/sign-in/sign-ins';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Recent sign-ins' };

export default async function Page({ searchParams }: PageProps<'/settings/people/sign-ins'>) {
  const who = await requirePerson();
  const { before } = await searchParams;
  const from = typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const page = await found(signInsPage(database(), who, from));
  const lived = {
    older: page.older,
    signIns: page.signIns.map((each) => ({ ...each, at: asLived(each.at) })),
    refused: page.refused.map((each) => ({ ...each, last: asLived(each.last) })),
  };
  return (
    <>
      <SubpageHead title="Recent sign-ins" />
      <SettingsFrame links={settingsOf(who)} current="/settings/people">
        <SignInsPage page={lived} today={await todayHere()} isFirst={from === null} />
      </SettingsFrame>
    </>
  );
}
