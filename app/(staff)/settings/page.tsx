import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { SettingsPage } from '@/components/settings/settings-page';
import { YearEndPrompt } from '@/components/year-end/year-end-prompt';
import { database } from '@/db/connection/pool';
import { unclosedFor } from '@/db/queries/framework/year-end';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  const who = await requirePerson();
  const settings = settingsOf(who);
  if (settings.length === 0) notFound();
  const unclosed = await found(unclosedFor(database(), who, await todayHere()));
  return <SettingsPage settings={settings} prompt={<YearEndPrompt unclosed={unclosed} />} />;
}
