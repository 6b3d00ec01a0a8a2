import { createElement } from 'react';
import { sendOnce } from '@/app/_public/answer';
import { markup } from '@/app/_public/markup';
import { notFound, sendSentence } from '@/app/_public/sentence';
import { siteOf } from '@/app/_public/site';
import { requestId, requestIdIn } from '@/app/_server/request-id';
import { unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import { type Trouble, troublePages, troubles } from '@/app/_staff/dead-end-pages';
import { SentFormPage } from '@/components/frame/sent-form-page';
import { publicDatabase } from '@/db/connection/pool';
import { theCouncil } from '@/db/queries/published/in-force';
import { ownAddress } from '@/lib/text/page-address';
import { fieldsSent } from '../fields';

export const dynamic = 'force-dynamic';

/** Why a page behind the sign-in is not there, with the way to go on from; nothing here depends on who asks. */
export async function GET(request: Request, { params }: RouteContext<'/trouble/[kind]'>): Promise<Response> {
  const { kind } = await params;
  const council = await unlessJammed(theCouncil(publicDatabase()), patience.afterwards).catch(() => null);
  if (!isTrouble(kind)) return notFound('There is no page at this address.', council);
  const { link, ...words } = troublePages[kind];
  const query = new URL(request.url).searchParams;
  const at = ownAddress(query.get('at'));
  // The request that went wrong led here; it has another number than this one.
  const failed = words.status >= 500 ? (requestIdIn(query) ?? requestId()) : null;
  const fields = kind === 'not-available' ? await fieldsSent(request) : [];
  if (fields.length === 0)
    return sendSentence({ ...words, link: link ?? { href: at, text: 'Try again' }, council, request: failed });
  const { status, headers, ...pageWords } = words;
  const staffStylesheet = process.env.CANDOUR_STAFF_STYLESHEET ?? '/assets/staff.css';
  const page = createElement(SentFormPage, {
    site: siteOf(council),
    staffStylesheet,
    at,
    fields,
    request: failed,
    ...pageWords,
  });
  return sendOnce(await markup(page), { status, headers: headers ?? {} });
}

/** A form that was sent without JavaScript is led here with all that it holds, and handed back to be sent again. */
export const POST = GET;

const isTrouble = (kind: string): kind is Trouble => (troubles as readonly string[]).includes(kind);
