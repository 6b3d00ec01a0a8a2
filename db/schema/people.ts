import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { checkedJson } from './checked-json';
import { role } from './closed-lists';
import { instant } from './instant';

const person = () => integer().references(() => people.id);

export const people = pgTable(
  'people',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    email: text().notNull(),
    /** An argon2id hash in PHC form; null until an invitation is taken up, and where only single sign-on is used. */
    passwordHash: text(),
    /** When this person stopped being one of us; they can no longer sign in, and every session of theirs has ended. */
    leftAt: instant(),
  },
  (t) => [
    uniqueIndex('one_person_per_address').on(sql`lower(${t.email})`),
    check('an_email_has_an_at', sql`${t.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$'`),
    check('a_password_is_kept_as_argon2id', sql`${t.passwordHash} like '$argon2id$%'`),
  ],
);

/** Roles for the whole council; owning a measure and heading a service stand with the measure and the service. */
export const roles = pgTable('roles', { personId: person().notNull(), role: role().notNull() }, (t) => [
  primaryKey({ name: 'a_role_is_held_once', columns: [t.personId, t.role] }),
]);

/** A person at a provider of single sign-on: never matched by e-mail address. */
export const identities = pgTable(
  'identities',
  { issuer: text().notNull(), subject: text().notNull(), personId: person().notNull(), linkedAt: instant().notNull() },
  (t) => [primaryKey({ name: 'one_person_per_identity', columns: [t.issuer, t.subject] })],
);

/** Who is signed in where; only the SHA-256 of the token is kept, and ended sessions stay for what was typed in them. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: person().notNull(),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    /** By this its person tells it from their others; the token's hash leaves the record in no page. */
    id: integer().generatedAlwaysAsIdentity(),
    /** When it was last used, to within five minutes. */
    usedAt: instant().notNull().default(sql`now()`),
    /** The browser in plain words, such as "Firefox on Windows"; null where it did not say. */
    browser: text(),
    /** How many sign-ins of this person had been refused since they were told the last time. */
    refusedBefore: integer().notNull().default(0),
  },
  (t) => [
    check('a_session_keeps_only_a_hash', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('a_session_ends_after_it_began', sql`${t.expiresAt} > ${t.startedAt}`),
    check('a_browser_is_told_in_a_few_words', sql`length(${t.browser}) <= 60`),
    index('sessions_of_a_person').on(t.personId),
  ],
);

/** A link that sets the first password, or a new one; it works once. */
export const invitations = pgTable(
  'invitations',
  {
    tokenHash: text().primaryKey(),
    personId: person().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    check('an_invitation_keeps_only_a_hash', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    index('invitations_of_a_person').on(t.personId),
  ],
);

/** A browser in which somebody has signed in before: a stranger's wrong guesses never lock them out of it. */
export const devices = pgTable(
  'devices',
  { tokenHash: text().notNull(), personId: person().notNull(), seenAt: instant().notNull() },
  (t) => [
    primaryKey({ name: 'a_browser_is_known_once', columns: [t.tokenHash, t.personId] }),
    check('a_device_keeps_only_a_hash', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** Guesses that failed, counted for a while by whatever they had in common: account, browser, address. */
export const guesses = pgTable('guesses', { key: text().notNull(), at: instant().notNull() }, (t) => [
  index('guesses_by_key').on(t.key, t.at),
  index('guesses_by_age').on(t.at),
]);

/**
 * Sign-ins that were refused, counted by person (0 for whoever is none of us), by one of sixteen groups of addresses, and by
 * quarter of an hour: however many come, these are the rows that they leave.
 */
export const refusedSignIns = pgTable(
  'refused_sign_ins',
  {
    account: integer().notNull(),
    addresses: integer().notNull(),
    since: instant().notNull(),
    tries: integer().notNull(),
    /** How many of them were not looked at, since too many had come. */
    throttled: integer().notNull(),
    /** How many of them the person has been told of. */
    told: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'refusals_are_counted_together', columns: [t.account, t.since, t.addresses] }),
    check('sixteen_groups_of_addresses', sql`${t.addresses} between 0 and 15`),
    check('no_more_is_told_than_was_tried', sql`${t.told} between 0 and ${t.tries}`),
    index('refusals_by_age').on(t.since),
  ],
);

/** What somebody was typing when their session ended; only they can have it back, and only for a day. */
export const keptTyping = pgTable(
  'kept_typing',
  {
    id: text().primaryKey(),
    personId: person().notNull(),
    address: text().notNull(),
    fields: checkedJson(z.record(z.string(), z.string())).notNull(),
    at: instant().notNull(),
  },
  (t) => [check('typing_is_not_a_book', sql`pg_column_size(${t.fields}) < 200000`), index('typing_by_age').on(t.at)],
);

/** The answer that a form got the first time; the same form sent again gets the same answer and changes nothing. */
export const answers = pgTable(
  'answers',
  {
    personId: person().notNull(),
    key: text().notNull(),
    answer: checkedJson(z.unknown()),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'one_answer_per_form', columns: [t.personId, t.key] })],
);

/** A system that sends readings by a token of its own; it may submit readings of its measures, and nothing else. */
export const systems = pgTable(
  'systems',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    /** The SHA-256 of its token; null where the record was opened from an archive, which leaves it behind. */
    tokenHash: text().unique('a_token_is_one_system'),
    /** The first characters of its token behind the prefix, by which people tell one from another. */
    tokenStart: text().notNull(),
    /** Who answers for what it sends; never an approver of it. */
    responsibleId: integer()
      .notNull()
      .references(() => people.id),
    /** Who made the token; never an approver of what it sends. */
    madeBy: integer()
      .notNull()
      .references(() => people.id),
    madeAt: instant().notNull(),
    /** The last day on which it may send. */
    untilDay: date().notNull(),
    /** When its token was revoked, or whoever answered for it left. */
    endedAt: instant(),
  },
  (t) => [
    check('a_system_has_a_name', sql`length(trim(${t.name})) > 0`),
    check('a_system_keeps_only_a_hash', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('a_token_begins_with_a_few_characters', sql`${t.tokenStart} ~ '^[A-Za-z0-9_-]{4}$'`),
  ],
);

/** When each system last used its token, to within a minute; it passes with the installation. */
export const systemUses = pgTable('system_uses', {
  systemId: integer()
    .primaryKey()
    .references(() => systems.id),
  usedAt: instant().notNull(),
});
