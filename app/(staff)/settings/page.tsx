import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requirePerson } from '@/app/_staff/session';
import { SettingsPage } from '@/components/settings/settings-page';
import { settingsOf } from '@/lib/people/settings-links';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  const settings = settingsOf(await requirePerson());
  if (settings.length === 0) notFound();
  return <SettingsPage settings={settings} />;
}
