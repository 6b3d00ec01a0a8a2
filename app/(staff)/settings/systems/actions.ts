'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { addSystem, endSystem, scopeSystem } from '@/db/commands/submission/systems';
import { database } from '@/db/connection/pool';
import { isOutdated } from '@/lib/form/refused';
import { AddSystem, EndSystem, ScopeSystem } from '@/lib/submission/system-form';

export const add = action(AddSystem, async (acting, addition) => {
  const { name, token } = await addSystem(database(), acting, addition);
  return { done: 'made', typed: { name, token } };
});

export const scope = action(ScopeSystem, async (acting, { id, ...choice }) => {
  const page = `/settings/systems/${id}`;
  await scopeSystem(database(), acting, { id, ...choice }).catch((error: unknown) => {
    if (isOutdated(error)) revalidatePath(page);
    throw error;
  });
  return `${page}?done=scoped`;
});

export const end = action(EndSystem, async (acting, { id }) => {
  await endSystem(database(), acting, { id });
  return '/settings/systems?done=ended';
});
