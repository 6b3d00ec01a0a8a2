'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { setTheme } from '@/db/commands/measure/theme';
import { database } from '@/db/connection/pool';
import { themePage } from '@/db/queries/framework/theme';
import { Refused } from '@/lib/form/refused';
import { SetTheme, themeEffect } from '@/lib/glossary/theme';

/** Shows what a theme would do; and saves it once that has been seen. */
export const set = action(SetTheme, async (acting, { code, theme, was, form, typed }, who) => {
  const page = await themePage(database(), who, code);
  const others = page?.themes.find(({ name }) => name === theme)?.titles ?? [];
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  const first = page && page.theme !== theme && effectFirst(themeEffect(theme, page.theme, others), form, typed);
  if (first) return first;
  await setTheme(database(), acting, { code, theme, was }).catch((error: unknown) => {
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}/theme`);
    throw error;
  });
  return `/settings/measures/${code}?done=theme`;
});
