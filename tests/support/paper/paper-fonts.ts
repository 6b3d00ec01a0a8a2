import { readFileSync } from 'node:fs';
import { cardMaker } from '@/lib/card/card-picture';
import { pdfMaker } from '@/lib/paper/pdf/paper-pdf';

const cuts = [
  'public-sans/400Regular/PublicSans_400Regular',
  'public-sans/600SemiBold/PublicSans_600SemiBold',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
];

const fonts = () => cuts.map((cut) => readFileSync(`node_modules/@expo-google-fonts/${cut}.ttf`));

/** A maker of PDFs with the fonts of the product. */
export const testPdfMaker = () => pdfMaker(fonts());

/** A maker of pictures with the same. */
export const testCardMaker = () => cardMaker(fonts());
