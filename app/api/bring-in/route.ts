import { createHash } from 'node:crypto';
import { sendSentence } from '@/app/_public/sentence';
import { workOnFile } from '@/app/_server/bring-in-job';
import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { log } from '@/app/_server/log';
import { keyIn } from '@/app/_staff/form-fields';
import { fromOwnPage } from '@/app/_staff/origin';
import { present, signInAddress } from '@/app/_staff/session';
import { UploadSlots } from '@/app/_staff/upload-slots';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { database } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { maySendFrom, type SendingPage, sendingPages } from '@/lib/bring-in/check-form';
import { mostFileBytes, type SendingTrouble } from '@/lib/bring-in/sending';
import { Refused } from '@/lib/form/refused';
import { home } from '@/lib/text/page-address';

export const dynamic = 'force-dynamic';

/** So many files are held at once while they arrive: each takes its size some times over until it is kept. */
const slots = new UploadSlots(4);

/**
 * Takes in a file, from our own pages only. Nothing of it is read before it is known who sends it, and that they may; the page that
 * it came from says what was wrong.
 */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPage(request.headers)) {
    log.warn({ audit: 'form_refused', address: '/api/bring-in' }, 'a file did not come from our own page');
    return sendSentence({ status: 403, ...foreign });
  }
  const page = pageIn(request.headers.get('referer'));
  try {
    const here = await present();
    if (!here) return to(signInAddress(sendingPages[page]));
    if (!maySendFrom(here.who, 'settings') && !maySendFrom(here.who, 'work'))
      return sendSentence({ status: 403, ...notYours });
    const free = slots.take(here.who.id);
    if (typeof free === 'string') return troubled(page, free);
    try {
      return await received(request, here);
    } finally {
      free();
    }
  } catch (error) {
    if (!unreachable(error)) throw error;
    return troubled(page, 'away');
  }
}

/** Whoever opens the address by itself is told what it is for. */
export const GET = (): Promise<Response> => sendSentence({ status: 405, headers: { Allow: 'POST' }, ...sentHere });

type Here = NonNullable<Awaited<ReturnType<typeof present>>>;

async function received(request: Request, { who, at, today }: Here): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const from = form?.get('from');
  if (!form || (from !== 'settings' && from !== 'work')) return sendSentence({ status: 400, ...broken });
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') return troubled(from, 'none');
  if (file.size === 0) return troubled(from, 'empty');
  if (file.size > mostFileBytes) return troubled(from, 'large');
  const formKey = keyIn(new Map([['key', String(form.get('key'))]]));
  const scope = from === 'settings' ? 'council' : 'own';
  const bytes = Buffer.from(await file.arrayBuffer());
  // The same form pressed twice is one sending; a page that somebody went back to, with another file, is another.
  const key = formKey && createHash('sha256').update(formKey).update(bytes).digest('base64url');
  try {
    const acting = { who: who.id, at, today };
    const id = await receiveFile(database(), key ? { ...acting, key } : acting, { name: file.name, bytes, scope });
    await workOnFile(id);
    return to(`${sendingPages[from]}/${id}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const link = { href: sendingPages[from], text: 'Send another file' };
    return sendSentence({ status: 403, heading: 'This file was not taken', sentence: error.message, link });
  }
}

/** Where the sender's page is, before the form is read that says so: only to lead them back. */
const pageIn = (referer: string | null): SendingPage => (referer?.includes('/work/') ? 'work' : 'settings');

const to = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': forOneReader } });
const troubled = (page: SendingPage, trouble: SendingTrouble) => to(`${sendingPages[page]}?trouble=${trouble}`);

const work = { href: home, text: 'Go to your work' };
const sentHere = {
  heading: 'Files are sent here',
  sentence: 'This address takes files from the page on which they are chosen, and shows nothing by itself.',
  link: work,
};
const foreign = {
  heading: 'Not sent from here',
  sentence: 'This file did not arrive from our own page, so nothing was brought in. Load the page again, please.',
  link: work,
};
const notYours = {
  heading: 'Not yours to bring in',
  sentence:
    'Files are brought in by the performance officer, an administrator, and data owners for their own measures. Nothing was read.',
  link: work,
};
const broken = {
  heading: 'Not a form of ours',
  sentence:
    'What was sent did not arrive as our page made it, so nothing was brought in. Go back, please, and send it again.',
  link: work,
};
