import { randomBytes } from 'node:crypto';
import { sha256 } from './sha256';

/** A new secret of 256 random bits for a cookie or a link, and the hash that alone is kept of it. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sha256(token) };
}

/** What is kept of a token that somebody shows; null for what no token can be. */
export function hashOf(token: string | null | undefined): string | null {
  return token && /^[\w-]{43}$/.test(token) ? sha256(token) : null;
}
