import { readFileSync } from 'node:fs';
import { pdfMaker } from '@/lib/paper/pdf/paper-pdf';

const cuts = [
  'public-sans/400Regular/PublicSans_400Regular',
  'public-sans/600SemiBold/PublicSans_600SemiBold',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
];

/** A maker of PDFs with the fonts of the product. */
export const testPdfMaker = () =>
  pdfMaker(cuts.map((cut) => readFileSync(`node_modules/@expo-google-fonts/${cut}.ttf`)));
