import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** How many times the compiler may be used before what it remembers of a document is forgotten. */
const forgetAfter = 4;

/**
 * Sets documents in Typst with these fonts (TrueType files): as a tagged PDF (PDF/UA-1) or as a picture (SVG). The same document
 * gives the same bytes; throws where it would not be one. To make the compiler is what takes time.
 * @param {Buffer[]} fonts
 */
export function typesetter(fonts) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  return (/** @type {import('../../lib/paper/typst-document').TypstDocument} */ { form, template, inputs }) => {
    const document = { mainFileContent: template, inputs };
    try {
      if (form === 'svg') return Buffer.from(compiler.plainSvg(document));
      return compiler.pdf(document, { pdfStandard: 'ua-1' });
    } finally {
      compiler.evictCache(forgetAfter);
    }
  };
}
