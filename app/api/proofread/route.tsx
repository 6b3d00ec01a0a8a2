import { sendOnce } from '@/app/_public/answer';
import { markup } from '@/app/_public/markup';
import { waitFor } from '@/app/_public/public-allowance';
import { notFound, sendSentence, tooManyRequests } from '@/app/_public/sentence';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { settings } from '@/app/_server/server-settings';
import { fromOwnPage } from '@/app/_staff/origin';
import { UploadSlots } from '@/app/_staff/upload-slots';
import { ProofreadPage } from '@/components/proofread/proofread-page';
import { publicDatabase } from '@/db/connection/pool';
import { theCouncil } from '@/db/queries/published/in-force';
import { formAddress, nobodyHere } from '@/lib/proofread/page-words';
import { readSent, type Sent } from './read-sent';

export const dynamic = 'force-dynamic';

/** So many reports are read at once. */
const slots = new UploadSlots(2);
let senders = 0;

/** Reads what was sent from our own page, and answers with what was found. Nothing of it is kept, logged or sent on. */
export async function POST(request: Request): Promise<Response> {
  if (!settings().proofread) return notFound(nobodyHere);
  if (!fromOwnPage(request.headers)) return sendSentence({ status: 403, ...foreign });
  const wait = waitFor(request);
  if (wait > 0) return tooManyRequests(wait);
  senders += 1;
  const free = slots.take(senders);
  if (typeof free === 'string') return sendSentence({ status: 503, headers: { 'Retry-After': '10' }, ...busy });
  try {
    const form = await request.formData().catch(() => null);
    if (form === null) return sendSentence({ status: 400, ...broken });
    return await answered(await readSent(form, today()));
  } finally {
    free();
  }
}

/** Whoever opens the address by itself is led to the form. */
export const GET = (): Promise<Response> =>
  settings().proofread ? sendSentence({ status: 405, headers: { Allow: 'POST' }, ...sentHere }) : notFound(nobodyHere);

async function answered({ status, ...answer }: Sent): Promise<Response> {
  const council = await theCouncil(publicDatabase());
  return sendOnce(await markup(<ProofreadPage site={siteOf(council)} {...answer} />), { status });
}

const again = { href: formAddress, text: 'Proofread a report' };
const sentHere = {
  heading: 'Reports are sent here',
  sentence: 'This address takes reports from the page on which they are chosen, and shows nothing by itself.',
  link: again,
};
const foreign = {
  heading: 'Not sent from here',
  sentence: 'This report did not arrive from our own page, so it was not read. Load the page again, please.',
  link: again,
};
const busy = {
  heading: 'Others are being read',
  sentence: 'Several reports are being read just now. Yours was not kept: please send it again in a moment.',
  link: again,
};
const broken = {
  heading: 'Not a form of ours',
  sentence: 'What was sent did not arrive as our page made it, so it was not read. Go back, please, and send it again.',
  link: again,
};
