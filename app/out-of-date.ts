import { createElement } from 'react';
import { OutOfDatePage } from '@/components/out-of-date-page';
import { publicDatabase } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { sendOnce } from './document';
import { markup } from './markup';
import { siteOf } from './site';

/** Says that a page is out of date, leads to it as it is now, and hands back the words that were typed. */
export async function outOfDate(at: string, typed: [name: string, value: string][]): Promise<Response> {
  const council = await theCouncil(publicDatabase()).catch(() => null);
  const staffStylesheet = process.env.CANDOUR_STAFF_STYLESHEET ?? '/assets/staff.css';
  const kept = /[?&]kept=/.test(at);
  const page = createElement(OutOfDatePage, { site: siteOf(council), staffStylesheet, at, typed, kept });
  return sendOnce(await markup(page), { status: 409 });
}
