import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm';

const listed = (words: readonly unknown[]): SQL =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );

/**
 * That a column of an enumeration has one of some words of it, which are written out: of a place for a value the planner does not
 * know that a partial index has it, and a statement that comes often is planned once, for any value.
 */
export const oneOf = <Of extends AnyColumn>(column: Of, ...words: [Of['_']['data'], ...Of['_']['data'][]]): SQL =>
  sql`${column} in (${listed(words)})`.inlineParams();

/** That it has none of them. */
export const noneOf = <Of extends AnyColumn>(column: Of, ...words: [Of['_']['data'], ...Of['_']['data'][]]): SQL =>
  sql`${column} not in (${listed(words)})`.inlineParams();

/** A limit that is always the same, written out: of a place for a number the planner takes it to be a tenth of all rows. */
export const atMost = (rows: number): Placeholder =>
  // Drizzle puts whatever it is given into the statement; its types know of numbers and of places for them.
  sql`${rows}`.inlineParams() as unknown as Placeholder;
