import type { Connection } from '@/db/connection/client';
import { factsOf, type MeasureWithFacts } from '@/db/facts/measure-facts';
import type { Counted } from '@/db/facts/periods/counted-readings';
import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { freezeRow } from '@/lib/edition/freeze-row';
import type { Cut } from '@/lib/series/compared-figure';
import { type HiddenFigure, hiddenFigures } from '@/lib/service/hidden-figures';
import { serviceHidden } from './service-hidden';

/** A row as the public would see it, and what it is not shown of it. */
export type PublicRow = { row: FrozenRow; hidden: HiddenFigure[] };

/** The row of a measure as the public would see it; null where it would see all that the staff see. */
export function publicRow(record: MeasureWithFacts, cut: Cut, hidden: HiddenMeasure | undefined): PublicRow | null {
  if (!hidden) return null;
  const { row } = freezePublicMeasure(record, cut, hidden);
  const figures = hiddenFigures(freezeRow(record, cut), row);
  return figures.length > 0 ? { row, hidden: figures } : null;
}

/** The same for a measure by itself, weighed with everything of its service that counts on a day. */
export async function publicRowOf(
  db: Connection,
  record: MeasureWithFacts,
  cut: Cut,
  { today, counted }: { today: string; counted: Counted },
): Promise<PublicRow | null> {
  const hidden = await hiddenOfMeasures(db, [record], today, counted);
  return publicRow(record, cut, hidden.get(record.code));
}

/** What the public is not shown of measures, by code, each weighed with everything of its service that counts on a day. */
export async function hiddenOfMeasures(
  db: Connection,
  records: MeasureWithFacts[],
  today: string,
  counted: Counted,
): Promise<Map<string, HiddenMeasure>> {
  const hidden = new Map<string, HiddenMeasure>();
  for (const serviceId of new Set(records.map((record) => record.serviceId))) {
    const facts = await factsOf(db, { serviceId }, today, counted);
    for (const [code, measure] of (await serviceHidden(db, facts, today, counted)).measures) hidden.set(code, measure);
  }
  return hidden;
}
