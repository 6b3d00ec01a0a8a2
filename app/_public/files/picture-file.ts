import { pictureOf } from '@/app/_server/card-picture';
import type { Card } from '@/lib/card/card';
import { type Content, contentOf } from '../answer';

/** The picture of a card, which any site may show. */
export async function pictureFile(card: Card): Promise<Content> {
  const headers = { 'Content-Type': 'image/png', 'Cross-Origin-Resource-Policy': 'cross-origin' };
  return { ...contentOf(await pictureOf(card)), headers };
}
