import type { Card } from '@/lib/card/card';
import { typeset } from './typeset';

/** The picture of a card as a PNG. What draws it is loaded when the first one is made: no page needs it. */
export async function pictureOf(card: Card): Promise<Buffer> {
  const { cardPicture } = await import('@/lib/card/card-picture');
  return cardPicture(card, typeset);
}
