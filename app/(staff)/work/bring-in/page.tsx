import { notFound } from 'next/navigation';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { OwnStartPage } from '@/components/bring-in/own-start-page';
import { database } from '@/db/connection/pool';
import { importList } from '@/db/queries/bring-in/import-list';
import { maySendFrom } from '@/lib/bring-in/check-form';
import { startDone } from '@/lib/bring-in/check-words';
import { sendingTrouble } from '@/lib/bring-in/sending';
import { paste } from '../../settings/bring-in/actions';

type Props = PageProps<'/work/bring-in'>;

export async function generateMetadata({ searchParams }: Props) {
  const trouble = sendingTrouble((await searchParams).trouble);
  return { title: `${trouble ? 'Error: ' : ''}Send your figures as a file` };
}

export default async function OwnBringIn({ searchParams }: Props) {
  const [who, { trouble, done, kept }] = await Promise.all([requirePerson(), searchParams]);
  if (!maySendFrom(who, 'work')) notFound();
  const files = await found(importList(database(), who, 'own'));
  const typed = await keptTyping(kept);
  return (
    <OwnStartPage
      files={files}
      trouble={sendingTrouble(trouble)}
      done={startDone(done)}
      kept={typed?.text}
      fresh={{ file: crypto.randomUUID(), paste: crypto.randomUUID() }}
      paste={paste}
    />
  );
}
