'use server';

import { revalidatePath } from 'next/cache';
import { asLived } from '@/app/_server/clock';
import { action } from '@/app/_staff/action';
import { siteOrigin } from '@/app/_staff/origin';
import { addPerson } from '@/db/commands/people/add-person';
import { type Invited, invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { changeDetails as change, comeBack } from '@/db/commands/people/person-change';
import { setRoles } from '@/db/commands/people/role-change';
import { endSessions as endEverySession, openSignIn } from '@/db/commands/people/sign-in-of-others';
import { database } from '@/db/connection/pool';
import { isOutdated } from '@/lib/form/refused';
import { Addition, Details, OnePerson, RoleTicks } from '@/lib/people/people-form';

/** The link of an invitation, for the one page that shows it. */
async function shownOnce({ name, email, token, expiresAt }: Invited) {
  const link = `${await siteOrigin()}/invitation/${token}`;
  return { done: 'invited', typed: { invited: name, address: email, link, until: asLived(expiresAt) } };
}

const pageOf = (id: number) => `/settings/people/${id}`;

/** Has the form show what somebody else did in between, where there is a script. */
async function freshly<T>(id: number, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (isOutdated(error)) revalidatePath(pageOf(id));
    throw error;
  });
}

export const add = action(Addition, async (acting, addition) =>
  shownOnce(await addPerson(database(), acting, addition)),
);

export const newLink = action(OnePerson, async (acting, { id }) => {
  const invited = await invite(database(), acting, { id });
  revalidatePath(pageOf(id));
  return shownOnce(invited);
});

export const letIn = action(OnePerson, async (acting, { id }) => {
  await openSignIn(database(), acting, { id });
  return `${pageOf(id)}?done=let-in`;
});

export const endSessions = action(OnePerson, async (acting, { id }) => {
  await endEverySession(database(), acting, { id });
  return `${pageOf(id)}?done=sessions`;
});

export const changeDetails = action(Details, async (acting, { id, name, email, seenName, seenEmail }) => {
  const seen = { name: seenName, email: seenEmail };
  await freshly(id, change(database(), acting, { id, name, email, seen }));
  return `${pageOf(id)}?done=details`;
});

export const changeRoles = action(RoleTicks, async (acting, { id, role: roles, seen }) => {
  await freshly(id, setRoles(database(), acting, { id, roles, seen }));
  return `${pageOf(id)}?done=roles`;
});

export const recordLeaving = action(OnePerson, async (acting, { id }) => {
  await leave(database(), acting, { id });
  return `${pageOf(id)}?done=left`;
});

export const bringBack = action(OnePerson, async (acting, { id }) => {
  const invited = await comeBack(database(), acting, { id });
  revalidatePath(pageOf(id));
  return shownOnce(invited);
});
