import { settings } from '@/app/_server/settings';
import type { Site } from '@/components/frame/public-document';
import type { Council } from '@/db/queries/published/in-force';

/** What every public page is told of where it is published; the council is null while it cannot be asked. */
export function siteOf(council: Council | null): Site {
  return {
    council: council?.name ?? 'Candour',
    stylesheet: process.env.CANDOUR_STYLESHEET ?? '/assets/candour.css',
    ...(process.env.CANDOUR_EXPLORER && { explorer: process.env.CANDOUR_EXPLORER }),
    today: settings().today,
    demonstration: council?.demonstration ?? null,
  };
}
