import type { Database } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { type MeasureRow, measurePlace } from '@/db/facts/reading-record';
import { atYearEnd } from '@/db/facts/year-end/at-year-end';
import { keptOutturns } from '@/db/facts/year-end/kept-outturns';
import { figureWords, shown } from '@/lib/figure/figure';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { fieldText, finishedYears, type KeptOutturn, outturnFields } from '@/lib/framework/outturn-entry';
import { type Unit, units } from '@/lib/measure/measure';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';
import { nameOfYear, requiredInYear } from '@/lib/series/measure-year';
import { formatDate, label } from '@/lib/time/period';
import { closableYears, yearsBack } from '@/lib/year-end/closable-years';
import { partsWords } from '@/lib/year-end/parts-words';
import type { Proposal } from '@/lib/year-end/proposal';

/** What the readings of a year give, for the officer who decides about it. */
export type YearProposal = {
  /** The year in which it began. */
  year: number;
  name: string;
  /** As it is shown, as it stands in the field, and how it was reached; null where the readings give none. */
  figure: { shown: string; text: string; words: string; isProvisional: boolean } | null;
  open: string[];
  /** The year's periods with what is here of them. */
  periods: { label: string; figure: string; parts: string | null }[];
  /** What the readings were, for a confirmation. */
  seen: string;
};

/** A finished year with what was entered of it: as it is shown, and as it stands in the fields. */
type ListedYear = { year: string; name: string; value: string | null; fields: Record<string, string> | null };

export type OutturnPage = {
  service: { slug: string; name: string };
  code: string;
  number: number;
  title: string;
  /** As the unit stands on the scorecard. */
  unit: string;
  /** The finished years, the latest first. */
  years: ListedYear[];
  was: KeptFields;
  /** Whether an edition shows a figure that is entered. */
  isPublished: boolean;
  proposal: YearProposal | null;
  /** The council year on whose page the measure's year that is named is closed, by its first year. */
  closedWith: number | null;
  /** Why nothing can be entered now; null where it can. */
  closed: string | null;
};

/** What the readings of a measure's finished year give; null where nothing was read, and for everybody but the officer. */
export async function proposedOutturn(
  db: Database,
  who: Person,
  { code, year }: { code: string; year: number },
  today: string,
): Promise<Proposal | null> {
  const place = may(who, 'set_outturn') ? await measurePlace(db, { code }) : null;
  const back = place ? yearsBack(place.measure, year, today) : null;
  if (!place || back === null) return null;
  const [now] = await atYearEnd(db, { measureIds: [place.measure.id] }, today, back);
  return now?.proposal ?? null;
}

/**
 * The outturns of a measure as a performance officer enters them, with what the readings of the year that is named give, or of the latest;
 * null where there is none, and for everybody else.
 */
export async function outturnPage(
  db: Database,
  who: Person,
  code: string,
  today: string,
  named?: string,
): Promise<OutturnPage | null> {
  if (!may(who, 'set_outturn')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const { measure, service } = place;
  const here = await keptOutturns(db, measure);
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
        name: nameOfYear(measure, year),
        value: outturn ? (outturn.value === null ? 'none' : shown(outturn.value, measure)) : null,
        fields: outturn ? fieldsOf(outturn, measure) : null,
      };
    }),
    was: outturnFields(here, measure),
    isPublished: here.some(({ shownIn }) => shownIn !== null),
    proposal: measure.retiredOn ? null : await proposalOf(db, measure, today, named),
    closedWith: closableYears(today)[yearsBack(measure, Number(named), today) ?? -1]?.start ?? null,
    closed: measure.retiredOn
      ? `This measure is retired: its last day is ${formatDate(measure.retiredOn)}.`
      : waiting && `${announcedFor(waiting)}. Until it is out, or cancelled, no outturn changes.`,
  };
}

const fieldsOf = ({ value, whyNone, whyProvisional, source }: KeptOutturn, measure: MeasureRow) => ({
  value: value === null ? '' : fieldText(value, measure),
  source: source ?? '',
  standing: whyNone ? 'none' : whyProvisional ? 'provisional' : 'final',
  why: whyNone ?? whyProvisional ?? '',
});

async function proposalOf(
  db: Database,
  row: MeasureRow,
  today: string,
  named: string | undefined,
): Promise<YearProposal | null> {
  const back = named === undefined ? 0 : yearsBack(row, Number(named), today);
  if (back === null) return null;
  const [now] = await atYearEnd(db, { measureIds: [row.id] }, today, back);
  if (!now) return null;
  const { measure, proposal, seen } = now;
  const { value, words } = proposal;
  const isProvisional = proposal.open.some(({ kind }) => kind === 'provisional');
  const periods = requiredInYear(measure, proposal.year);
  if (periods.length === 0) return null;
  return {
    year: proposal.year,
    name: proposal.name,
    figure:
      value === null ? null : { shown: shown(value, measure), text: fieldText(value, measure), words, isProvisional },
    open: proposal.open.map(({ sentence }) => sentence),
    periods: periods.map((period) => {
      const reading = measure.readings.find(({ periodStart }) => periodStart === period.start);
      return {
        label: label(period),
        figure: reading ? `${figureWords(reading, measure)}${reading.provisional ? ' [p]' : ''}` : 'not here yet',
        parts: reading ? partsWords(reading, measure) : null,
      };
    }),
    seen,
  };
}
