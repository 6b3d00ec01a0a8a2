import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The cuts of the pages' own families that a paper is set in, as TrueType; both are under the SIL Open Font License. */
const cuts = [
  'public-sans/400Regular/PublicSans_400Regular.ttf',
  'public-sans/600SemiBold/PublicSans_600SemiBold.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

/** The fonts of papers, as they lie in the packages; throws where one is missing. */
export const paperFonts = (): Promise<Buffer[]> =>
  Promise.all(cuts.map((cut) => readFile(path.join(process.cwd(), 'node_modules/@expo-google-fonts', cut))));
