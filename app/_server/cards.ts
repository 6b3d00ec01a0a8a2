import type { Card } from '@/lib/card/card';
import type { CardMaker } from '@/lib/card/card-picture';
import { paperFonts } from './paper-fonts';

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as { candourCardMaker?: Promise<CardMaker> };

/** The picture of a card as a PNG. What draws it is loaded when the first one is made: no page needs it. */
export async function pictureOf(card: Card): Promise<Buffer> {
  processGlobals.candourCardMaker ??= newCardMaker();
  const make = await processGlobals.candourCardMaker;
  return make(card);
}

async function newCardMaker(): Promise<CardMaker> {
  const { cardMaker } = await import('@/lib/card/card-picture');
  return cardMaker(await paperFonts());
}
