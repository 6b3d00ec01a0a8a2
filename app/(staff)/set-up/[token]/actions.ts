'use server';

import { browser, markBrowser, setSession } from '@/app/_server/session-cookies';
import { visitorAction } from '@/app/_staff/action';
import { allowLinkForm } from '@/app/_staff/link-allowance';
import { beginBySetUpLink } from '@/db/commands/people/begin';
import { database } from '@/db/connection/pool';
import { SetUpForm } from '@/lib/people/beginning';

export const setUp = visitorAction(SetUpForm, async ({ token, password, beginning }) => {
  await allowLinkForm();
  const begun = await beginBySetUpLink(database(), { token, password, beginning, browser: await browser() });
  await setSession(begun.token);
  await markBrowser(begun.device);
  return '/first-steps';
});
