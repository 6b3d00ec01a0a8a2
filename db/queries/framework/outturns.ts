import { desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measurePlace } from '@/db/facts/reading-record';
import { waitingRelease } from '@/db/facts/waiting-release';
import { outturns } from '@/db/schema';
import { announcedFor } from '@/lib/edition/announcement';
import { shown } from '@/lib/figure/figure';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { finishedYears, outturnFields, outturnYear } from '@/lib/framework/outturn-entry';
import { type Unit, units } from '@/lib/measure/measure';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { formatDate } from '@/lib/time/period';

export type OutturnPage = {
  service: { slug: string; name: string };
  code: string;
  number: number;
  title: string;
  /** As the unit stands on the scorecard. */
  unit: string;
  /** The finished years, the latest first. */
  years: { year: string; name: string; value: string | null; source: string | null }[];
  was: KeptFields;
  /** Why nothing can be entered now; null where it can. */
  closed: string | null;
};

/** The outturns of a measure as a performance officer enters them; null where there is none, and for everybody else. */
export async function outturnPage(db: Database, who: Person, code: string, today: string): Promise<OutturnPage | null> {
  if (!may(who, 'set_outturn')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const { measure, service } = place;
  const here = await db.select().from(outturns).where(eq(outturns.measureId, measure.id)).orderBy(desc(outturns.year));
  const waiting = await waitingRelease(db, service.id);
  return {
    service: { slug: service.slug, name: service.name },
    code,
    number: measure.number,
    title: measure.title,
    unit: units[measure.unit as Unit].column,
    years: finishedYears(measure, today).map((year) => {
      const outturn = here.find((each) => each.year === year);
      return {
        year: String(year),
        name: outturnYear(measure, year),
        value: outturn ? shown(outturn.value, measure) : null,
        source: outturn?.source ?? null,
      };
    }),
    was: outturnFields(here, measure),
    closed: measure.retiredOn
      ? `This measure is retired: its last day is ${formatDate(measure.retiredOn)}.`
      : waiting && `${announcedFor(waiting)}. Until it is out, or cancelled, no outturn changes.`,
  };
}
