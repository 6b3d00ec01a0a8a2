'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { nameDeputy as deputise, endDeputy as end } from '@/db/commands/people/deputies';
import { giveMeasures } from '@/db/commands/people/measures-given';
import { nameHead as head } from '@/db/commands/people/posts';
import { database } from '@/db/connection/pool';
import { isOutdated } from '@/lib/form/refused';
import { Deputising, DeputyEnd, Giving, Headship } from '@/lib/people/people-form';

const pageOf = (service: string) => `/settings/people/posts/${service}`;

/** Has the form show what somebody else did in between, where there is a script. */
async function freshly<T>(page: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (isOutdated(error)) revalidatePath(page);
    throw error;
  });
}

export const nameHead = action(Headship, async (acting, { service, head: id, seen }) => {
  await freshly(pageOf(service), head(database(), acting, { service, id, seen }));
  return `${pageOf(service)}?done=head`;
});

export const nameDeputy = action(Deputising, async (acting, { service, deputy: id, fromDay, untilDay }) => {
  await deputise(database(), acting, { service, id, fromDay, untilDay });
  return `${pageOf(service)}?done=deputy`;
});

export const endDeputy = action(DeputyEnd, async (acting, { service, deputy: id, lastDay }) => {
  await end(database(), acting, { service, id, untilDay: lastDay });
  return `${pageOf(service)}?done=ended`;
});

export const give = action(Giving, async (acting, { from, to, code: codes }) => {
  await freshly('/settings/people/give', giveMeasures(database(), acting, { from, to, codes }));
  return `/settings/people/${to}?done=given`;
});
