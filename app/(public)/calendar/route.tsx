import { publicPage } from '@/app/_public/public-page';
import { CalendarPage } from '@/components/release/calendar-page';
import { publicDatabase } from '@/db/connection/pool';
import { releaseCalendar } from '@/db/queries/published/calendar';

export const dynamic = 'force-dynamic';

export const GET = publicPage(async ({ site }) => (
  <CalendarPage site={site} calendar={await releaseCalendar(publicDatabase())} />
));
