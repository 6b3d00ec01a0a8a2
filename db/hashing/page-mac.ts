import { createHmac, timingSafeEqual } from 'node:crypto';

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
export function isOurs(secret: string, page: KeptPage, mac: string | null): boolean {
  const expected = Buffer.from(pageMac(secret, page));
  const claimed = Buffer.from(mac ?? '');
  return claimed.length === expected.length && timingSafeEqual(expected, claimed);
}
