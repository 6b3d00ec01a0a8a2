'use server';

import { revalidatePath } from 'next/cache';
import { workOnFile } from '@/app/_server/bring-in-job';
import { action } from '@/app/_staff/action';
import { answerImport } from '@/db/commands/bring-in/import-answers';
import { confirmImport, stopImport } from '@/db/commands/bring-in/import-steps';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { database } from '@/db/connection/pool';
import { importPage } from '@/db/queries/bring-in/import-page';
import { CheckFile, PasteText, sendingPages } from '@/lib/bring-in/check-form';
import { answeredBy, newAnswers } from '@/lib/bring-in/check-view';
import { pastedName } from '@/lib/bring-in/sending';
import { isOutdated } from '@/lib/form/refused';
import { withQuery } from '@/lib/text/page-address';

/** Takes in a table or a report that was pasted, to be read as a file is. */
export const paste = action(PasteText, async (acting, { from, text }) => {
  const id = await receiveFile(database(), acting, {
    name: pastedName(text),
    bytes: Buffer.from(text, 'utf8'),
    scope: from === 'settings' ? 'council' : 'own',
  });
  await workOnFile(id);
  return `${sendingPages[from]}/${id}`;
});

/** Takes what was answered about a file; or has it brought in, or stopped. A new answer is always looked at before anything comes in. */
export const act = action(CheckFile, async (acting, { id, version, back, intent, submits, answers }, who) => {
  if (intent === 'stop') {
    await stopImport(database(), acting, { id });
    return withQuery(back.replace(/\/\d+(\?.*)?$/, ''), 'done', 'stopped');
  }
  const page = await importPage(database(), { who, id });
  const answered = page?.answers ?? {};
  const given = newAnswers(answers, intent === 'save' ? answered : answeredBy(answered, page?.questions ?? []));
  if (Object.keys(given).length > 0) {
    await answerImport(database(), acting, { id, answers: given });
    await workOnFile(id);
    return turned(back, intent === 'save' ? 'answered' : 'look');
  }
  if (intent === 'save') return turned(back, 'same');
  await confirmImport(database(), acting, { id, onlyGood: intent === 'good', submits, version }).catch(
    (error: unknown) => {
      if (isOutdated(error)) revalidatePath(back.replace(/\?.*$/, ''));
      throw error;
    },
  );
  await workOnFile(id);
  // Never the address at which the browser is: of a part of that page it would go on showing the form.
  return turned(back.replace(/\?.*$/, ''), 'begun');
});

/** The page of a file after something was done: each time another one, so that its form begins anew. */
const turned = (back: string, done: string): string =>
  withQuery(withQuery(back, 'done', done), 'turn', crypto.randomUUID().slice(0, 8));
