import { sql } from 'drizzle-orm';
import { check, date, integer, numeric, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { shape } from './closed-lists';
import { measures } from './measures';

/** What a measure should reach from a period on: thresholds, never tolerances, and the decision that set them. */
export const targets = pgTable(
  'targets',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measureId: integer()
      .notNull()
      .references(() => measures.id),
    effectiveFrom: date().notNull(),
    shape: shape().notNull(),
    green: numeric(),
    greenTo: numeric(),
    amber: numeric(),
    amberTo: numeric(),
    /** The tolerance as somebody wrote it, where thresholds were made from one: "within 5%". */
    tolerance: text(),
    reason: text(),
    decidedBy: text(),
    decidedOn: date(),
  },
  (t) => [
    unique('one_target_per_period').on(t.measureId, t.effectiveFrom),
    check('a_target_has_its_thresholds', sql`(${t.shape} = 'none') = (${t.green} is null)`),
    check('only_between_has_two_ends', sql`(${t.shape} = 'between') = (${t.greenTo} is not null)`),
    check(
      'amber_lies_outside_green',
      sql`case ${t.shape}
        when 'at_least' then ${t.amberTo} is null and (${t.amber} is null or ${t.amber} <= ${t.green})
        when 'at_most' then ${t.amberTo} is null and (${t.amber} is null or ${t.amber} >= ${t.green})
        when 'between' then ${t.green} <= ${t.greenTo} and (${t.amber} is null) = (${t.amberTo} is null)
          and (${t.amber} is null or (${t.amber} <= ${t.green} and ${t.amberTo} >= ${t.greenTo}))
        else ${t.amber} is null and ${t.amberTo} is null end`,
    ),
    check(
      'thresholds_are_numbers',
      sql`'NaN' not in (coalesce(${t.green}, 0), coalesce(${t.greenTo}, 0), coalesce(${t.amber}, 0), coalesce(${t.amberTo}, 0))`,
    ),
    check('a_target_starts_on_the_first', sql`extract(day from ${t.effectiveFrom}) = 1`),
    check('a_decision_is_whole', sql`num_nonnulls(${t.reason}, ${t.decidedBy}, ${t.decidedOn}) in (0, 3)`),
  ],
);
