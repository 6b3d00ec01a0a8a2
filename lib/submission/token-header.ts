/** What every token of a system begins with, so that one that was put where it does not belong is recognised. */
export const tokenPrefix = 'candour_submit_';

const secret = /^[\w-]{43}$/;

/** How many of the first characters behind the prefix are kept and shown, to tell one token from another. */
export const shownCharacters = 4;

/** The secret of a token behind its prefix, out of a header “Authorization: Bearer …”; null for what is no token of ours. */
export function secretIn(authorization: string | null): string | null {
  const [, token] = /^bearer +(\S+)$/i.exec(authorization?.trim() ?? '') ?? [];
  if (!token?.startsWith(tokenPrefix)) return null;
  const rest = token.slice(tokenPrefix.length);
  return secret.test(rest) ? rest : null;
}

/** The Idempotency-Key of a sending, with or without the quotes that its draft standard gives it; null for none, or for what is none. */
export function keyInHeader(header: string | null): string | null {
  const [, key] = /^"?([\w.:-]{8,100})"?$/.exec(header?.trim() ?? '') ?? [];
  return key ?? null;
}

/** Whether a content type is JSON in UTF-8, as far as it says. */
export const isJsonType = (type: string | null): boolean =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type?.trim() ?? '');
