import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import type { Effect } from '@/lib/framework/effect';
import { isSlug } from '@/lib/text/page-address';

/**
 * The form that puts a measure under a theme that is there or a new one, which counts where it is written, or under none;
 * `was` is the theme that its page showed.
 */
export const SetTheme = z
  .strictObject({
    code: z.string().refine(isSlug),
    known: z.string().max(200).default(''),
    theme: textField(limits.theme),
    was: z.string().max(200),
    intent: z.enum(['effect', 'save']),
    seen: z.string().max(50_000).default(''),
  })
  .transform(({ code, known, theme, was, intent, seen }) => ({
    code,
    theme: theme || known,
    was,
    form: { intent, seen },
    typed: { code, known, theme, was },
  }));

/** What a theme would do; `others` are the measures that have it already, by their titles. */
export function themeEffect(theme: string, was: string, others: string[]): Effect {
  if (!theme) return { sentences: [`The next edition does not have it under “${was}” any more.`] };
  const company = others.length === 0 ? 'No other measure has this theme yet.' : `With ${others.join('; ')}.`;
  return {
    sentences: [
      `The next edition has it under “${theme}”${was ? ` instead of “${was}”` : ''}: its page says so, and the search finds it by that.`,
      company,
      'Editions that are published stay as they are.',
    ],
  };
}
