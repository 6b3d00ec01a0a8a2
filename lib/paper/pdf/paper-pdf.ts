import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from '@/lib/paper/paper';
import { paperTemplate } from './paper-template';

/** A paper as a tagged PDF (PDF/UA-1) on A4; throws where it would not be one. The same paper gives the same bytes. */
export type PdfMaker = (paper: Paper) => Buffer;

/** How many times the compiler may be used before what it remembers of a document is forgotten. */
const forgetAfter = 4;

/** Makes PDFs with these fonts (TrueType files): Public Sans and Source Serif 4. To make the maker is what takes time. */
export function pdfMaker(fonts: Buffer[]): PdfMaker {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  return (paper) => {
    const made = new Date(paper.madeAt);
    const parts = [
      made.getUTCFullYear(),
      made.getUTCMonth() + 1,
      made.getUTCDate(),
      made.getUTCHours(),
      made.getUTCMinutes(),
      made.getUTCSeconds(),
    ];
    const inputs = { paper: JSON.stringify(paper), made: JSON.stringify(parts) };
    try {
      return compiler.pdf({ mainFileContent: paperTemplate, inputs }, { pdfStandard: 'ua-1' });
    } finally {
      compiler.evictCache(forgetAfter);
    }
  };
}
