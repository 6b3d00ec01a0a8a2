import { cache } from 'react';
import { ImportPage } from '@/components/bring-in/import-page';
import { database } from '@/db/connection/pool';
import { importPage } from '@/db/queries/bring-in/import-page';
import { lookingIn } from '@/lib/bring-in/check-address';
import { sendingPages } from '@/lib/bring-in/check-form';
import { checkDone } from '@/lib/bring-in/check-words';
import { importTitle } from '@/lib/bring-in/import-sentence';
import type { ImportScope } from '@/lib/bring-in/import-words';
import type { FormAction } from '@/lib/form/form-state';
import { titleStart } from './form-trouble';
import { found } from './found';
import { keptTyping } from './kept-typing';
import { requirePerson } from './session';

type Query = Record<string, string | string[] | undefined>;

/** A file as this request asks to see it; where it is another one's, or belongs to the other page, nothing is found. */
const fileOf = cache(async (text: string, scope: ImportScope, asking: string) => {
  const who = await requirePerson();
  const id = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  const { action, kind, page } = lookingIn(JSON.parse(asking) as Query);
  const file = await found(importPage(database(), { who, id, plan: { action, kind, page } }));
  return { file: file.scope === scope ? file : await found<typeof file>(Promise.resolve(null)), who };
});

/** The title of a file's page. */
export async function importTitleOf(id: string, scope: ImportScope, query: Query): Promise<string> {
  const { file } = await fileOf(id, scope, JSON.stringify(query));
  return `${await titleStart()}${importTitle(file.state)}: ${file.fileName}`;
}

const crumbsOf = {
  council: [
    { href: '/settings', text: 'Settings' },
    { href: sendingPages.settings, text: 'Bring in and take out' },
  ],
  own: [
    { href: '/work', text: 'My work' },
    { href: sendingPages.work, text: 'Send your figures as a file' },
  ],
};

type Asking = { id: string; scope: ImportScope; query: Query; act: FormAction };

/** The page of a file that is brought in, for an officer or for the owner who sent it. */
export async function fileFor({ id, scope, query, act }: Asking) {
  const { file, who } = await fileOf(id, scope, JSON.stringify(query));
  const kept = await keptTyping(query.kept);
  const base = `${scope === 'council' ? sendingPages.settings : sendingPages.work}/${file.id}`;
  return (
    <ImportPage
      crumbs={crumbsOf[scope]}
      base={base}
      file={file}
      isOwn={who.id === file.by.id}
      looking={lookingIn(query)}
      done={checkDone(query.done)}
      turn={typeof query.turn === 'string' ? query.turn : ''}
      kept={kept ?? {}}
      fresh={crypto.randomUUID()}
      act={act}
    />
  );
}
