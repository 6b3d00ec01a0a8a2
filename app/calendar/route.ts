import { createElement } from 'react';
import { CalendarPage } from '@/components/calendar-page';
import { database } from '@/db/pool';
import { releaseCalendar } from '@/db/queries/calendar';
import { theCouncil } from '@/db/queries/published';
import { sendPage } from '../markup';
import { publicPage } from '../public-page';
import { siteOf } from '../site';

export const dynamic = 'force-dynamic';

export function GET(request: Request) {
  return publicPage(async () => {
    const site = siteOf(await theCouncil(database()));
    const calendar = await releaseCalendar(database());
    return sendPage(request, createElement(CalendarPage, { site, calendar }));
  });
}
