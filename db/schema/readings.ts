import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, numeric, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { completedShape, keptShape } from '@/lib/reading/content-shape';
import type { Colour } from '@/lib/target/colour';
import { checkedJson } from './checked-json';
import { missing, revisionReason, state } from './closed-lists';
import { instant } from './instant';
import { measures } from './measures';
import { people } from './people';

const person = () => integer().references(() => people.id);

/**
 * One measure in one period. Revision 0 is the first reading; each correction is a further revision that walks the
 * same road, while the published one stands. `version` counts the edits of the period, through its corrections.
 */
export const readings = pgTable(
  'readings',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measureId: integer()
      .notNull()
      .references(() => measures.id),
    periodStart: date().notNull(),
    revision: integer().notNull().default(0),
    version: integer().notNull().default(1),
    state: state().notNull().default('draft'),
    value: numeric(),
    numerator: numeric(),
    denominator: numeric(),
    missing: missing(),
    expectedOn: date(),
    provisional: boolean().notNull().default(false),
    /** Invented for a demonstration: drawn lighter and said so wherever it is drawn. */
    illustrative: boolean().notNull().default(false),
    comments: text(),
    /** Why a figure far from its history is right. */
    unusual: text(),
    /** What the public is told of a correction; a first reading has none. */
    publicNote: text(),
    /** The class of reasons that a correction falls in; a first reading has none. */
    revisionReason: revisionReason(),
    /** Actions of earlier periods that this reading tells to be done. */
    completed: checkedJson(completedShape).notNull().default(sql`'[]'::jsonb`),
    /** Warnings about its words that stand, each with its author's reason. */
    kept: checkedJson(keptShape).notNull().default(sql`'[]'::jsonb`),
    /** Everybody who wrote any part of this revision, suggested words that it took over, or submitted it. */
    authors: integer().array().notNull(),
    submittedBy: person(),
    submittedAt: instant(),
    approvedBy: person(),
    approvedAt: instant(),
    /** The head of service for whom a deputy approved; null when the head did, or had a part in it. */
    approvedFor: person(),
    /** The SHA-256 of the content that the approval signs. */
    approvedHash: text(),
    /** A colour other than the rule's that the approval signs as well, the rule's colour then, and the reason that the public reads. */
    judgedColour: text().$type<Colour>(),
    ruleColour: text().$type<Colour>(),
    judgedReason: text(),
    returnedBy: person(),
    returnedAt: instant(),
    returnReason: text(),
    /** Wording that the head of service suggests with a return. */
    suggested: text(),
    publishedAt: instant(),
  },
  (t) => [
    unique('one_reading_per_period').on(t.measureId, t.periodStart, t.revision),
    uniqueIndex('one_open_revision_per_period').on(t.measureId, t.periodStart).where(sql`${t.state} <> 'published'`),
    // With the figures themselves, so that those of a long history are read off the index: each lies on another page of the table.
    index('latest_approved_readings')
      .on(
        t.measureId,
        t.periodStart.desc().nullsFirst(),
        t.revision.desc().nullsFirst(),
        t.value,
        t.numerator,
        t.denominator,
        t.illustrative,
      )
      .where(sql`${t.state} in ('approved', 'published')`),
    // What an edition published is found by its moment.
    index('readings_by_their_publication').on(t.publishedAt, t.measureId).where(sql`${t.publishedAt} is not null`),
    index('submitted_readings').on(t.measureId).where(sql`${t.state} = 'submitted'`),
    // Few periods ever waited for their figure.
    index('readings_not_available_yet').on(t.measureId, t.periodStart).where(sql`${t.missing} = 'not_available_yet'`),
    check('a_period_starts_on_the_first', sql`extract(day from ${t.periodStart}) = 1`),
    check('versions_count_from_one', sql`${t.version} >= 1 and ${t.revision} >= 0`),
    check('parts_come_together', sql`(${t.numerator} is null) = (${t.denominator} is null)`),
    check(
      'figures_are_numbers',
      sql`'NaN' not in (coalesce(${t.value}, 0), coalesce(${t.numerator}, 0), coalesce(${t.denominator}, 0))
        and 'Infinity' not in (abs(coalesce(${t.value}, 0)), abs(coalesce(${t.numerator}, 0)), abs(coalesce(${t.denominator}, 0)))`,
    ),
    check(
      'no_figure_beside_a_reason',
      sql`${t.missing} is null or (${t.value} is null and (${t.numerator} is null or ${t.denominator} = 0))`,
    ),
    check(
      'submitted_has_a_figure_or_a_reason',
      sql`${t.state} in ('draft', 'returned') or ${t.missing} is not null or ${t.value} is not null
        or (${t.numerator} is not null and ${t.denominator} <> 0)`,
    ),
    // Held at the step by which every answer passes; what was signed before there was this rule stands.
    check(
      'not_available_yet_says_when',
      sql`${t.missing} <> 'not_available_yet' or ${t.expectedOn} is not null or ${t.state} <> 'submitted'`,
    ),
    check('an_expected_date_has_a_reason', sql`${t.expectedOn} is null or ${t.missing} is not null`),
    check('a_reading_has_an_author', sql`cardinality(${t.authors}) >= 1`),
    // Nobody is not somebody else: with a null among them, "is not one of the authors" would be neither true nor false.
    check('every_author_is_somebody', sql`array_position(${t.authors}, null) is null`),
    check(
      'submitted_says_who_and_when',
      sql`(${t.submittedBy} is null) = (${t.submittedAt} is null)
        and (${t.state} not in ('submitted', 'approved', 'published') or ${t.submittedBy} is not null)`,
    ),
    check(
      'approved_says_who_and_when',
      sql`(${t.approvedBy} is null) = (${t.approvedAt} is null)
        and (${t.state} in ('approved', 'published')) = (${t.approvedBy} is not null)`,
    ),
    check('an_approval_signs_a_hash', sql`(${t.approvedBy} is null) = (${t.approvedHash} is null)`),
    check(
      'a_judged_status_is_signed',
      sql`num_nonnulls(${t.judgedColour}, ${t.ruleColour}, ${t.judgedReason}) in (0, 3)
        and (${t.judgedColour} is null or ${t.approvedHash} is not null)`,
    ),
    check(
      'a_judged_status_is_another_colour',
      sql`${t.judgedColour} in ('green', 'amber', 'red') and ${t.ruleColour} in ('green', 'amber', 'red')
        and ${t.judgedColour} <> ${t.ruleColour}`,
    ),
    // As many characters as lib/reading/judging.ts and `limits.judgedReason` say.
    check('a_judged_status_says_why', sql`length(trim(${t.judgedReason})) between 20 and 500`),
    check('a_judged_status_has_a_figure', sql`${t.judgedColour} is null or ${t.missing} is null`),
    check('nobody_approves_for_themselves', sql`${t.approvedFor} <> ${t.approvedBy}`),
    check(
      'a_return_says_who_when_and_why',
      sql`num_nonnulls(${t.returnedBy}, ${t.returnedAt}, ${t.returnReason}) in (0, 3)
        and (${t.state} <> 'returned' or ${t.returnReason} is not null)`,
    ),
    check('a_suggestion_comes_with_a_return', sql`${t.suggested} is null or ${t.returnReason} is not null`),
    check(
      'a_correction_has_a_public_note',
      sql`${t.revision} = 0 or ${t.state} in ('draft', 'returned') or length(trim(${t.publicNote})) > 0`,
    ),
    // Not valid for what was published before there were classes; everything written since is held to it.
    check(
      'a_correction_has_a_class',
      sql`${t.revision} = 0 or ${t.revisionReason} is not null or ${t.state} in ('draft', 'returned')`,
    ),
    check('completed_actions_are_a_list', sql`jsonb_typeof(${t.completed}) = 'array'`),
    check('kept_warnings_are_a_list', sql`jsonb_typeof(${t.kept}) = 'array'`),
    check('published_says_when', sql`(${t.state} = 'published') = (${t.publishedAt} is not null)`),
    check(
      'two_pairs_of_eyes',
      sql`${t.approvedBy} is null or (${t.approvedBy} <> ${t.submittedBy} and not (${t.approvedBy} = any (${t.authors})))`,
    ),
  ],
);

/** What is being done: a text, the role that owns it and the day it is due, in the order written. */
export const actions = pgTable(
  'actions',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    readingId: integer()
      .notNull()
      .references(() => readings.id),
    position: integer().notNull(),
    text: text().notNull(),
    owner: text().notNull(),
    dueOn: date(),
  },
  (t) => [
    unique('actions_stand_in_order').on(t.readingId, t.position),
    check('an_action_says_something', sql`length(trim(${t.text})) > 0 and length(trim(${t.owner})) > 0`),
  ],
);
