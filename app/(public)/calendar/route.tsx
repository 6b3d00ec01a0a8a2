import { contentOf } from '@/app/_public/answer';
import { leased } from '@/app/_public/leased';
import { markup } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { madeOnce } from '@/app/_public/rendered';
import { CalendarPage } from '@/components/release/calendar-page';
import { publicDatabase } from '@/db/connection/pool';
import { releaseCalendar } from '@/db/queries/published/calendar';

export const dynamic = 'force-dynamic';

const calendarNow = leased(() => releaseCalendar(publicDatabase()));

export const GET = publicPage(async ({ site }) => {
  const calendar = await calendarNow();
  return madeOnce(['calendar', site, calendar], async () =>
    contentOf(Buffer.from(await markup(<CalendarPage site={site} calendar={calendar} />), 'utf8')),
  );
});
