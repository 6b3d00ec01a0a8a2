import { createHash } from 'node:crypto';
import { isOurPaper, keepPaper } from '@/db/commands/release/papers';
import type { publicDatabase } from '@/db/connection/pool';
import type { InForce } from '@/db/queries/published/in-force';
import { paperSource } from '@/db/queries/published/paper-source';
import { keptPaper } from '@/db/queries/published/papers';
import { committeePaper } from '@/lib/paper/committee-paper';
import type { Paper } from '@/lib/paper/paper';
import { type PaperKind, paperForm } from '@/lib/paper/paper-form';
import type { PdfMaker } from '@/lib/paper/pdf/paper-pdf';
import { paperFonts } from './paper-fonts';
import { settings } from './settings';

type Database = ReturnType<typeof publicDatabase>;

/** How many papers may be waited for at once in this process: each takes the processor for some tenths of a second. */
const most = 4;

/** There are as many papers in the making as this process makes at once. */
export class PapersBusy extends Error {}

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as {
  candourPdfMaker?: Promise<PdfMaker>;
  candourPapers?: Map<string, Promise<Buffer>>;
};

/**
 * The committee paper of an edition: as this installation kept it, where it still says what is so, else made now and kept. Throws
 * PapersBusy where too many are being made.
 */
export async function paperOf(db: Database, edition: InForce, kind: PaperKind): Promise<Buffer> {
  const { head, id } = edition;
  const address = `${settings().origin ?? ''}/scorecards/${head.service.slug}/editions/${head.number}`;
  const paper = committeePaper(await paperSource(db, edition, address));
  const key = createHash('sha256')
    .update(JSON.stringify([paperForm, paper]))
    .digest('hex');
  const { pageKey } = settings();
  const kept = await keptPaper(db, id, kind);
  const isCurrent = kept !== null && kept.key === key;
  if (isCurrent && isOurPaper(pageKey, { edition: head.sha256, kind, ...kept }, kept.bytes, kept.mac))
    return kept.bytes;
  return once(`${kind} ${key}`, async () => {
    const bytes = await madeOf(paper, kind);
    await keepPaper(db, pageKey, { editionId: id, edition: head.sha256, kind, key, bytes });
    return bytes;
  });
}

/** What is being made under a name, or begun now: everybody who asks for a paper waits for the same one. */
function once(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  processGlobals.candourPapers ??= new Map();
  const making = processGlobals.candourPapers;
  const there = making.get(name);
  if (there !== undefined) return there;
  if (making.size >= most) throw new PapersBusy('too many papers are being made');
  const begun = make().finally(() => making.delete(name));
  making.set(name, begun);
  return begun;
}

/** The bytes of a paper. What draws it is loaded when the first one is made: no page needs it. */
async function madeOf(paper: Paper, kind: PaperKind): Promise<Buffer> {
  if (kind === 'docx') {
    const { paperDocx } = await import('@/lib/paper/docx/paper-docx');
    return paperDocx(paper);
  }
  processGlobals.candourPdfMaker ??= newPdfMaker();
  const make = await processGlobals.candourPdfMaker;
  return make(paper);
}

async function newPdfMaker(): Promise<PdfMaker> {
  const { pdfMaker } = await import('@/lib/paper/pdf/paper-pdf');
  return pdfMaker(await paperFonts());
}
