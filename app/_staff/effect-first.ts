import { type Effect, effectText } from '@/lib/framework/effect';
import type { Answer } from './action';

type Form = { intent: 'effect' | 'save'; seen: string };

/**
 * What a form of the settings answers before it is saved: its effect, with what was typed; null once it is to be saved, and
 * what was seen is what it would do now.
 */
export function effectFirst(
  effect: Effect,
  { intent, seen }: Form,
  typed: Record<string, string | undefined>,
): Answer | null {
  const text = effectText(effect);
  if (intent === 'save' && seen === text) return null;
  const kept = Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { done: intent === 'save' && seen ? 'changed' : 'shown', typed: { ...kept, seen: text } };
}
