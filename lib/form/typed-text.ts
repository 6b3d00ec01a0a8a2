import { z } from 'zod';
import { tidyText } from '@/lib/text/tidy-text';
import type { TextKind } from './limits';
import { Refused } from './refused';

/** The sentence for a text that is longer than its kind may be. */
export const tooLong = ({ what, most, tooLong: sentence }: TextKind): string =>
  sentence ?? `${what} can have ${most.toLocaleString('en-GB')} characters: shorten it.`;

/** A form's field for a kind of text, tidied; with `missing`, the sentence for an empty one. */
export function textField(kind: TextKind, missing?: string) {
  const limited = z.string().max(kind.most, tooLong(kind));
  return z
    .string()
    .transform(tidyText)
    .pipe(missing === undefined ? limited : limited.min(1, missing));
}

/** A text of a kind as it is kept, '' where none was typed; throws the sentence for one that is too long. */
export function keptText(typed: string | null, kind: TextKind): string {
  const text = tidyText(typed);
  if (text.length > kind.most) throw new Refused(tooLong(kind));
  return text;
}

/** The same for a text that must be there; throws `missing` where it is not. */
export function givenText(typed: string | null, kind: TextKind, missing: string): string {
  const text = keptText(typed, kind);
  if (text === '') throw new Refused(missing);
  return text;
}
