import { createElement } from 'react';
import { CalendarPage } from '@/components/calendar-page';
import { publicDatabase } from '@/db/pool';
import { releaseCalendar } from '@/db/queries/calendar';
import { theCouncil } from '@/db/queries/published';
import { sendPage } from '../markup';
import { publicPage } from '../public-page';
import { siteOf } from '../site';

export const dynamic = 'force-dynamic';

export function GET(request: Request) {
  return publicPage(request, async () => {
    const site = siteOf(await theCouncil(publicDatabase()));
    const calendar = await releaseCalendar(publicDatabase());
    return sendPage(request, createElement(CalendarPage, { site, calendar }));
  });
}
