import { and, asc, count, desc, eq, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/connection/client';
import { confirmedHistoryAt } from '@/db/facts/history-figures';
import { historyCorrections, measures, people, services } from '@/db/schema';
import { confirmRefusal, correctRefusal, endRefusal } from '@/lib/elsewhere/history-correction';
import { figureWords } from '@/lib/figure/figure';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { type RevisionReason, revisionWords } from '@/lib/reading/revision-reasons';
import { isDay } from '@/lib/time/instant';
import { name } from '@/lib/time/period';

/** A correction of a figure of history, and what became of it. */
export type CorrectionView = {
  id: number;
  /** 'June 2018 for measure 3' */
  figure: string;
  was: string;
  now: string;
  reason: string;
  note: string;
  by: string;
  at: string;
  /** Who confirmed or ended it, and when; null while it waits. */
  ended: { how: 'confirmed' | 'ended'; by: string; at: string; why: string | null } | null;
  isOwn: boolean;
  /** Why this person cannot confirm it, or end it; null where they can, and once it waits no more. */
  whyNotConfirm: string | null;
  whyNotEnd: string | null;
};

/** The figure that is to be corrected, as a form begins with it. */
export type CorrectedFigure = {
  code: string;
  period: string;
  /** 'June 2018 for measure 3' */
  figure: string;
  shown: string;
  revision: number;
  parts: { numerator: string; denominator: string } | null;
  opened: Record<string, string>;
};

export type CorrectionsPage = {
  /** Whether this person may correct a figure of the service at all. */
  mayCorrect: boolean;
  chosen: CorrectedFigure | null;
  waiting: CorrectionView[];
  done: CorrectionView[];
};

/** How many corrections that wait no more are listed. */
const mostDone = 50;

/** The corrections of figures that a service published elsewhere, for those who work for it; null for everybody else. */
export async function correctionsPage(
  db: Database,
  who: Person,
  slug: string,
  { figure, today }: { figure: string | null; today: string },
): Promise<CorrectionsPage | null> {
  const [service] = await db.select({ id: services.id }).from(services).where(eq(services.slug, slug));
  if (!service || !worksFor(who, service.id, today)) return null;
  const mayCorrect = correctRefusal(who, { serviceId: service.id }, today) === null;
  const all = await viewsOf(db, who, service.id, today);
  return {
    mayCorrect,
    chosen: mayCorrect && figure !== null ? await chosenFigure(db, service.id, figure) : null,
    waiting: all.filter(({ ended }) => ended === null),
    done: all.filter(({ ended }) => ended !== null).slice(0, mostDone),
  };
}

async function viewsOf(db: Database, who: Person, serviceId: number, today: string): Promise<CorrectionView[]> {
  const [writer, confirmer, ender] = [alias(people, 'writer'), alias(people, 'confirmer'), alias(people, 'ender')];
  const rows = await db
    .select({
      row: historyCorrections,
      measure: measures,
      by: writer.name,
      confirmer: confirmer.name,
      ender: ender.name,
    })
    .from(historyCorrections)
    .innerJoin(measures, eq(measures.id, historyCorrections.measureId))
    .innerJoin(writer, eq(writer.id, historyCorrections.laidBy))
    .leftJoin(confirmer, eq(confirmer.id, historyCorrections.confirmedBy))
    .leftJoin(ender, eq(ender.id, historyCorrections.endedBy))
    .where(eq(measures.serviceId, serviceId))
    .orderBy(desc(historyCorrections.id), asc(measures.number));
  return rows.map(({ row, measure, by, ...names }) => {
    const facts = { serviceId, laidBy: row.laidBy };
    const ended = endOf(row, names);
    const { wasValue: value, wasNumerator: numerator, wasDenominator: denominator } = row;
    return {
      id: row.id,
      figure: figureName(measure, row.periodStart),
      was: figureWords({ value, numerator, denominator, missing: null }, measure),
      now: figureWords({ ...row, missing: null }, measure),
      reason: revisionWords[row.reason].publicName,
      note: row.note,
      by,
      at: row.laidAt,
      ended,
      isOwn: row.laidBy === who.id,
      whyNotConfirm: ended ? null : confirmRefusal(who, facts, today),
      whyNotEnd: ended ? null : endRefusal(who, facts, today),
    };
  });
}

type Row = typeof historyCorrections.$inferSelect;
type Names = { confirmer: string | null; ender: string | null };

function endOf({ confirmedAt, endedAt, endReason }: Row, { confirmer, ender }: Names): CorrectionView['ended'] {
  if (confirmedAt && confirmer) return { how: 'confirmed', by: confirmer, at: confirmedAt, why: null };
  return endedAt && ender ? { how: 'ended', by: ender, at: endedAt, why: endReason } : null;
}

const figureName = ({ number, frequency }: typeof measures.$inferSelect, start: string): string =>
  `${name({ frequency, start })} for measure ${number}`;

/** A confirmed figure by its measure's code and the first day of its period: 'bus-01 2018-06-01'; null where there is none. */
async function chosenFigure(db: Database, serviceId: number, figure: string): Promise<CorrectedFigure | null> {
  const [code = '', period = ''] = figure.split(' ');
  if (!isDay(period)) return null;
  const [measure] = await db
    .select()
    .from(measures)
    .where(and(eq(measures.serviceId, serviceId), eq(measures.code, code)));
  const reading = measure ? await confirmedHistoryAt(db, measure.id, period) : null;
  if (!measure || !reading) return null;
  const [confirmed] = await db
    .select({ count: count() })
    .from(historyCorrections)
    .where(
      and(
        eq(historyCorrections.measureId, measure.id),
        eq(historyCorrections.periodStart, period),
        isNotNull(historyCorrections.confirmedBy),
      ),
    );
  const { numeratorLabel: numerator, denominatorLabel: denominator } = measure;
  return {
    code,
    period,
    figure: figureName(measure, period),
    shown: figureWords(reading, measure),
    revision: (confirmed?.count ?? 0) + 1,
    parts: numerator && denominator ? { numerator, denominator } : null,
    opened: {
      value: reading.value ?? '',
      numerator: reading.numerator ?? '',
      denominator: reading.denominator ?? '',
      provisional: reading.provisional ? 'yes' : '',
      reason: '' satisfies RevisionReason | '',
    },
  };
}
