import { createElement } from 'react';
import { sendPage } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { CalendarPage } from '@/components/release/calendar-page';
import { publicDatabase } from '@/db/connection/pool';
import { releaseCalendar } from '@/db/queries/published/calendar';
import { theCouncil } from '@/db/queries/published/in-force';

export const dynamic = 'force-dynamic';

export function GET(request: Request) {
  return publicPage(request, async () => {
    const site = siteOf(await theCouncil(publicDatabase()));
    const calendar = await releaseCalendar(publicDatabase());
    return sendPage(request, createElement(CalendarPage, { site, calendar }));
  });
}
