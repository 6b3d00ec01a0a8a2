import { readFileSync } from 'node:fs';
import { fontFiles } from '@/app/_server/typeset';
import type { Card } from '@/lib/card/card';
import { cardPicture } from '@/lib/card/card-picture';
import type { Paper } from '@/lib/paper/paper';
import { paperDocument } from '@/lib/paper/pdf/paper-pdf';
import type { TypstDocument } from '@/lib/paper/typst-document';
import { typesetter } from '../../../scripts/typeset/compiler.mjs';

/** Sets a document in the process of the test, with the fonts of the product. */
export const testTypesetter = () => typesetter(fontFiles.map((file) => readFileSync(file)));

/** A maker of PDFs with a compiler of its own. */
export function testPdfMaker(): (paper: Paper) => Buffer {
  const set = testTypesetter();
  return (paper) => set(paperDocument(paper));
}

/** A maker of pictures with the same. */
export function testCardMaker(): (card: Card) => Promise<Buffer> {
  const set = testTypesetter();
  return (card) => cardPicture(card, async (document: TypstDocument) => set(document));
}
