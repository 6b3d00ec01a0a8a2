import { PapersBusy } from '@/app/_server/papers';
import { readersPatience } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { type PaperKind, paperTypes } from '@/lib/paper/paper-kinds';
import { type Content, contentOf } from '../answer';
import { sendSentence } from '../sentence';

type Named = { name: string; kind: PaperKind; council: Council };

/** How long a reader waits for a paper that is still to be made, in milliseconds: less than for a page, and it is made to the end. */
const longest = readersPatience.page - 400;

/** A paper as a file, once it is made; a sentence to come again where that takes longer, or while too many others are being made. */
export async function paperAnswer(
  { name, kind, council }: Named,
  making: Promise<Buffer>,
): Promise<Content | Response> {
  try {
    return paperFile(name, kind, await soon(making));
  } catch (error) {
    if (!(error instanceof PapersBusy)) throw error;
    return sendSentence({
      status: 503,
      heading: 'This paper is being made',
      sentence: 'It is not ready yet. Please try again in a few seconds: it is then kept for everybody.',
      link: { href: '', text: 'Try again' },
      council,
      headers: { 'Retry-After': '5' },
    });
  }
}

/** A published paper, to be kept under a name: shown in the browser, our policy could keep its viewer from drawing it. */
function paperFile(name: string, kind: PaperKind, bytes: Buffer): Content {
  const headers = {
    'Content-Type': paperTypes[kind].contentType,
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return { ...contentOf(bytes), headers };
}

function soon(making: Promise<Buffer>): Promise<Buffer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PapersBusy('the paper is not made yet')), longest);
  });
  return Promise.race([making, late]).finally(() => clearTimeout(timer));
}
