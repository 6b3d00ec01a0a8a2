/** A document for Typst: how it looks, and the texts that it is made of, which are values and never read as markup. */
export type TypstDocument = { form: 'pdf' | 'svg'; template: string; inputs: Record<string, string> };

/** Sets a document; rejects where it cannot be set. */
export type Typeset = (document: TypstDocument) => Promise<Buffer>;
