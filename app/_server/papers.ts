import { createHash } from 'node:crypto';
import { committeeSubject, isOurPaper, keepCommitteePaper, keepPaper } from '@/db/commands/release/papers';
import type { publicDatabase } from '@/db/connection/pool';
import { keptCommitteePaper } from '@/db/queries/published/committee-papers';
import { type KeptPaper, keptPaper } from '@/db/queries/published/edition-papers';
import type { InForce } from '@/db/queries/published/in-force';
import type { JointBasis } from '@/db/queries/published/joint-paper-source';
import { paperSource } from '@/db/queries/published/paper-source';
import { editionPaper } from '@/lib/paper/edition-paper';
import { jointPaper } from '@/lib/paper/joint-paper';
import type { Paper } from '@/lib/paper/paper';
import { type PaperKind, paperForm } from '@/lib/paper/paper-kinds';
import { paperDocument } from '@/lib/paper/pdf/paper-pdf';
import { settings } from './server-settings';
import { typeset } from './typeset';

type Database = ReturnType<typeof publicDatabase>;

/** How many papers may be waited for at once in this process: each takes the processor for some tenths of a second. */
const most = 4;

/** There are as many papers in the making as this process makes at once, or one takes longer than a reader waits. */
export class PapersBusy extends Error {}

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as {
  candourPapers?: Map<string, Promise<Buffer>>;
};

/**
 * The committee paper of an edition: as this installation kept it, where it still says what is so, else made now and kept. Throws
 * PapersBusy where too many are being made.
 */
export async function paperOf(db: Database, edition: InForce, kind: PaperKind): Promise<Buffer> {
  const { head, id: editionId } = edition;
  const address = `${settings().origin ?? ''}/scorecards/${head.service.slug}/editions/${head.number}`;
  const paper = editionPaper(await paperSource(db, edition, address));
  return keptOrMade({
    paper,
    kind,
    subject: head.sha256,
    kept: await keptPaper(db, editionId, kind),
    keep: (key, bytes) => keepPaper(db, settings().pageKey, { editionId, edition: head.sha256, kind, key, bytes }),
  });
}

/** The paper of a committee's services together, in the same way. */
export async function committeePaperOf(db: Database, basis: JointBasis, kind: PaperKind): Promise<Buffer> {
  const { committeeId, editionIds, source } = basis;
  return keptOrMade({
    paper: jointPaper(source),
    kind,
    subject: committeeSubject(committeeId),
    kept: await keptCommitteePaper(db, committeeId, kind),
    keep: (key, bytes) => keepCommitteePaper(db, settings().pageKey, { committeeId, editionIds, kind, key, bytes }),
  });
}

type Wanted = {
  paper: Paper;
  kind: PaperKind;
  /** What it is a paper of. */
  subject: string;
  kept: KeptPaper | null;
  keep: (key: string, bytes: Buffer) => Promise<void>;
};

async function keptOrMade({ paper, kind, subject, kept, keep }: Wanted): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([paperForm, paper]))
    .digest('hex');
  if (kept?.key === key && isOurPaper(settings().pageKey, { subject, kind, ...kept }, kept.bytes, kept.mac))
    return kept.bytes;
  return once(`${kind} ${key}`, async () => {
    const bytes = await madeOf(paper, kind);
    await keep(key, bytes);
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

/** The bytes of a paper. What writes a Word file is loaded when the first one is made: no page needs it. */
async function madeOf(paper: Paper, kind: PaperKind): Promise<Buffer> {
  if (kind === 'pdf') return typeset(paperDocument(paper));
  const { paperDocx } = await import('@/lib/paper/docx/paper-docx');
  return paperDocx(paper);
}
