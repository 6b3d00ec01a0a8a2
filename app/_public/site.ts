import { settings } from '@/app/_server/server-settings';
import type { Site } from '@/components/frame/public-document';
import type { Council } from '@/db/queries/published/in-force';

/** What every public page needs to know of the council and its site; the council is null while the record cannot be reached. */
export function siteOf(council: Council | null): Site {
  const { today, origin } = settings();
  return {
    council: council?.name ?? 'Candour',
    stylesheet: process.env.CANDOUR_STYLESHEET ?? '/assets/candour.css',
    ...(process.env.CANDOUR_EXPLORER && { explorer: process.env.CANDOUR_EXPLORER }),
    today,
    demonstration: council?.demonstration ?? null,
    ...(council?.areaCode && { areaCode: council.areaCode }),
    ...(council?.licence && { licence: council.licence }),
    ...(origin && { origin }),
    ...(council?.language === 'cy' && { language: 'cy' }),
  };
}
