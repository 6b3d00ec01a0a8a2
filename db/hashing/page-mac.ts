import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a kept page says it is: the edition by its hash, what else its bytes follow from, the day, and the bytes. */
export type KeptPage = { edition: string; key: string; date: string; html: Buffer };

/** The HMAC-SHA256 of a kept page by the key of this installation, which never stands in the database: 64 hexadecimal digits. */
export const pageMac = (secret: string, { edition, key, date, html }: KeptPage): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([edition, key, date]))
    .update('\n')
    .update(html)
    .digest('hex');

/** Whether a kept page was made by this installation, and is what it made. */
export const isOurs = (secret: string, page: KeptPage, mac: string | null): boolean =>
  isSame(pageMac(secret, page), mac ?? '');

/** What a kept paper says it is: what it is of (an edition by its hash, or a committee), its kind, what it says, and the SHA-256 of its bytes. */
export type KeptPaperName = { subject: string; kind: string; key: string; sha256: string };

/** The HMAC-SHA256 of a kept paper by the key of this installation: 64 hexadecimal digits. */
export const paperMac = (secret: string, { subject, kind, key, sha256 }: KeptPaperName): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['paper', subject, kind, key, sha256]))
    .digest('hex');

/** Whether a kept paper was made by this installation, and has the bytes that it made. */
export function isOurPaper(secret: string, name: KeptPaperName, bytes: Buffer, mac: string): boolean {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return isSame(hash, name.sha256) && isSame(paperMac(secret, name), mac);
}

/** What the paper of a committee is of. */
export const committeeSubject = (committeeId: number): string => `committee ${committeeId}`;

function isSame(expected: string, claimed: string): boolean {
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(claimed)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
