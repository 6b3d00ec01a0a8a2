import type { Kind } from '@/lib/bring-in/wish';
import { decidedSentence, policyWords } from '@/lib/disclosure/policy-words';
import { nameOfYear } from '@/lib/series/measure-year';
import { capital } from '@/lib/text/number-in-words';
import { formatMonth } from '@/lib/time/day';
import { formatDate } from '@/lib/time/period';
import type { CouncilOut, MeasureOut } from './council-out';
import { numberCell, type OutCell } from './number-cell';
import { betterCell, coverCells, oftenCell, plainWord, releaseCell, yesOrNo } from './out-words';
import { historyRows, readingRows } from './reading-rows';
import { targetCells } from './target-cells';

/** A row by the names of its columns; what is not named is empty. */
export type OutRow = Record<string, OutCell>;

const day = (iso: string | null): string | null => (iso === null ? null : formatDate(iso));

/** The rows of each sheet of a council's workbook, in the order in which they would be made again. */
export function councilRows({ services, people, measures }: CouncilOut): Partial<Record<Kind, OutRow[]>> {
  return {
    ...(services && { service: serviceRows(services) }),
    ...(people && { person: personRows(people) }),
    measure: measures.map(measureRow),
    target: measures.flatMap(targetRows),
    outturn: measures.flatMap(outturnRows),
    comparator: measures.flatMap(comparatorRows),
    reading: measures.flatMap(({ draft, readings, history }) => [
      ...historyRows(draft.code, history),
      ...readingRows(draft.code, readings),
    ]),
  };
}

const serviceRows = (services: NonNullable<CouncilOut['services']>): OutRow[] =>
  services.map(({ name, slug, place, notice, release, quarantineHours }) => ({
    name,
    address: slug,
    place,
    notice,
    publishes: releaseCell(release),
    hours: quarantineHours,
  }));

const personRows = (people: NonNullable<CouncilOut['people']>): OutRow[] =>
  people.map(({ name, email, roles, headOf }) => ({
    name,
    email,
    roles: roles.map(plainWord).join('; '),
    head_of: headOf.join('; '),
  }));

function measureRow({ service, draft, theme, owner, retirement, smallCounts }: MeasureOut): OutRow {
  return {
    service,
    theme,
    owner,
    number: draft.number,
    code: draft.code,
    title: draft.title,
    definition: draft.definition,
    decimals: draft.decimals,
    source: draft.source,
    unit: plainWord(draft.unit),
    better: betterCell(draft.polarity),
    frequency: oftenCell(draft.frequency),
    year_begins: draft.startMonth,
    covers: coverCells[draft.window],
    since: day(draft.since),
    lag_days: draft.lagDays,
    first_period: formatMonth(draft.requiredFrom),
    compared_with: plainWord(draft.comparator),
    no_change_within: numberCell(draft.noChangeBand),
    worked_out: draft.scale,
    first_number: draft.numeratorLabel,
    second_number: draft.denominatorLabel,
    counts_people: yesOrNo(draft.countsPeople),
    outside_hundred: yesOrNo(draft.outsideHundred),
    compare_stored: yesOrNo(draft.compareAs === 'stored'),
    digits_follow: yesOrNo(draft.digitsFollow),
    periods_add_up: yesOrNo(draft.periodsAddUp),
    why_no_target: draft.whyNoTarget,
    owner_role: draft.ownerRole,
    notes: draft.notes.length > 0 ? draft.notes.join('\n') : null,
    retired_on: day(retirement?.retiredOn ?? null),
    why_retired: retirement?.reason ?? null,
    retirement_decided_by: retirement?.decidedBy ?? null,
    retirement_decided_on: day(retirement?.decidedOn ?? null),
    small_counts: smallCounts && capital(policyWords(smallCounts)),
    small_counts_decision: smallCounts && decidedSentence(smallCounts),
  };
}

const targetRows = ({ draft, targets }: MeasureOut): OutRow[] =>
  targets.map(({ effectiveFrom, target, tolerance, decision }) => ({
    measure: draft.code,
    from: formatMonth(effectiveFrom),
    shape: plainWord(target.shape),
    ...targetCells(target, tolerance, draft),
    why_none: target.shape === 'none' ? draft.whyNoTarget : null,
    reason: decision?.reason ?? null,
    decided_by: decision?.decidedBy ?? null,
    decided_on: day(decision?.decidedOn ?? null),
  }));

const outturnRows = ({ draft, outturns }: MeasureOut): OutRow[] =>
  outturns.map(({ year, value, whyNone, whyProvisional, source, publicNote }) => ({
    measure: draft.code,
    year: nameOfYear(draft, year),
    figure: numberCell(value),
    standing: whyNone ? 'none' : whyProvisional ? 'provisional' : 'final',
    why: whyNone ?? whyProvisional ?? null,
    source: source ?? null,
    public_note: publicNote,
  }));

const comparatorRows = ({ draft, comparators }: MeasureOut): OutRow[] =>
  comparators.flatMap(({ name, source, alike, note, values }) =>
    values.map(({ from, until, value }) => ({
      measure: draft.code,
      name,
      source,
      alike: yesOrNo(alike),
      note,
      from_day: formatDate(from),
      until_day: formatDate(until),
      figure: numberCell(value),
    })),
  );
