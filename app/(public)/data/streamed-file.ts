import { createHash } from 'node:crypto';
import { type Content, contentOf, isKnown } from '@/app/_public/answer';
import { dataFile, fileHeaders } from '@/app/_public/files/data-file';
import { madeOnce } from '@/app/_public/rendered';
import { forShared, publicPolicy } from '@/app/_server/cache-and-policy-headers';
import { dataText, type RowBatches } from '@/lib/open-data/data-bytes';
import type { DataAbout, DataForm } from '@/lib/open-data/open-file';

/** Up to so many letters of a file are made at once and kept; a longer one is sent as its rows are read, each time. */
const mostKept = 512 * 1024;

/** A long file stands for itself in the memory of pages, so that it is found out once. */
const long: Content = { body: Buffer.alloc(0), etag: null };

type Wanted = {
  /** What the file follows from beside this build. */
  dependsOn: unknown[];
  about: DataAbout;
  form: DataForm;
  /** The rows from the first on, some at a time. */
  rows: () => RowBatches;
};

/**
 * A file of data that may be long: a short one is made once and kept; a long one of text leaves as its rows are read, no faster
 * than its reader takes it, and no more of it is held than a batch. A workbook is made whole.
 */
export async function fileOfRows(
  request: Request,
  { dependsOn, about, form, rows }: Wanted,
): Promise<Content | Response> {
  if (form === 'xlsx') return madeOnce(dependsOn, () => dataFile(about, form, rows()));
  const content = await madeOnce(dependsOn, async () => {
    const pieces: string[] = [];
    let length = 0;
    for await (const piece of dataText(about, form, rows())) {
      pieces.push(piece);
      length += piece.length;
      if (length > mostKept) return long;
    }
    return { ...contentOf(Buffer.from(pieces.join(''))), headers: fileHeaders(about, form) };
  });
  if (content !== long) return content;
  const etag = tagOf(dependsOn);
  const common = { 'Content-Security-Policy': publicPolicy, 'Cache-Control': forShared, ETag: etag };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: common });
  const headers = { ...common, ...fileHeaders(about, form) };
  return new Response(streamOf(dataText(about, form, rows())), { headers });
}

/** The tag of a file that nobody has whole: of what it is made of, which never changes. */
const tagOf = (dependsOn: unknown[]): string =>
  `W/"${createHash('sha256')
    .update(JSON.stringify([process.env.CANDOUR_BUILD, ...dependsOn]))
    .digest('base64url')
    .slice(0, 22)}"`;

/** Pieces as they are wanted; when the reader goes away, no more of them are made. */
function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(Buffer.from(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
