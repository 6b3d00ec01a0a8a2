import { createElement } from 'react';
import { sendOnce } from '@/app/_public/answer';
import { markup } from '@/app/_public/markup';
import { siteOf } from '@/app/_public/site';
import { unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import { OutOfDatePage } from '@/components/frame/out-of-date-page';
import { publicDatabase } from '@/db/connection/pool';
import { theCouncil } from '@/db/queries/published/in-force';

/** Says that a page is out of date, leads to it as it is now, and hands back the words that were typed. */
export async function outOfDate(at: string, typed: [name: string, value: string][]): Promise<Response> {
  const council = await unlessJammed(theCouncil(publicDatabase()), patience.afterwards).catch(() => null);
  const staffStylesheet = process.env.CANDOUR_STAFF_STYLESHEET ?? '/assets/staff.css';
  const hasKeptTyping = /[?&]kept=/.test(at);
  const page = createElement(OutOfDatePage, { site: siteOf(council), staffStylesheet, at, typed, hasKeptTyping });
  return sendOnce(await markup(page), { status: 409 });
}
