import {
  Column,
  getTableColumns,
  is,
  type Placeholder,
  type Query,
  SQL,
  type SQLWrapper,
  sql,
  Table,
} from 'drizzle-orm';
import { type AnyPgSelect, PgDialect, type PgSelectConfig } from 'drizzle-orm/pg-core';
import type { Connection } from './client';

/** What is asked: a query answers its rows, an expression the one value that it has, as JSON. */
type Questions = Record<string, Pick<AnyPgSelect, '_' | 'getSQL'> | SQL>;

type Answer<Q> = Q extends SQL<infer Value> ? Value : Q extends { _: { result: infer Rows } } ? Rows : never;
export type Answers<Q extends Questions> = { [Name in keyof Q]: Answer<Q[Name]> };

/** A value, or where one goes that is known when the question is asked, alone or in a list. */
export type Given<T> = T | Placeholder | SQL;

/**
 * Asks several questions in one statement, so that they cost one way to the database and see the same moment of the record.
 * Each is answered as it would be by itself.
 */
export async function together<Q extends Questions>(db: Connection, questions: Q): Promise<Answers<Q>> {
  const { statement, read } = asOne(questions);
  const [row] = await db.execute<Record<string, unknown>>(statement);
  return read(row);
}

/**
 * The same for questions that come again with other values, each in its place by name: to write the text of so long a statement
 * takes longer than to send it, so that it is written once.
 */
export function preparedQuestions<Values extends Record<string, unknown>, Q extends Questions>(
  ask: (db: Connection, place: (name: keyof Values & string) => Placeholder) => Q,
): (db: Connection, values: Values) => Promise<Answers<Q>> {
  let written: { query: Query; read: (row: unknown) => Answers<Q> } | undefined;
  return async (db, values) => {
    if (!written) {
      const { statement, read } = asOne(ask(db, (name) => sql.placeholder(name)));
      written = { query: dialect.sqlToQuery(statement), read };
    }
    const prepared = db._.session.prepareQuery<PreparedRows>(written.query, undefined, 'together', false);
    const [row] = await prepared.execute(values);
    return written.read(row);
  };
}

const dialect = new PgDialect({ casing: 'snake_case' });
type PreparedRows = { execute: unknown[]; all: unknown; values: unknown };

/** Several questions as one statement, and how its row is read. */
function asOne<Q extends Questions>(questions: Q): { statement: SQL; read: (row: unknown) => Answers<Q> } {
  const parts = Object.entries(questions).map(([name, question]) => {
    if (is(question, SQL)) return { name, value: sql`to_json(${question})`, read: (answer: unknown) => answer };
    const { config } = question._;
    const fields = fieldsOf(config.fields);
    const names = fields.map((_, index) => sql.identifier(`c${index}`));
    const row = sql.join(
      fields.map((field, index) => field.asJson(names[index] as SQLWrapper)),
      sql`, `,
    );
    const list = sql`select coalesce(json_agg(json_build_array(${row})), '[]') from (${question.getSQL()}${isFenced(config) || !fields.some(isExpression) ? sql`` : fence})`;
    const value = sql`(${list} as each_row (${sql.join(names, sql`, `)}))`;
    return { name, value, read: (answer: unknown) => (answer as unknown[][]).map((values) => rowOf(fields, values)) };
  });
  const values = parts.map(({ name, value }) => sql`${value} as ${sql.identifier(name)}`);
  const read = (row: unknown) => {
    const answers = row as Record<string, unknown>;
    return Object.fromEntries(parts.map((part) => [part.name, part.read(answers[part.name])])) as Answers<Q>;
  };
  return { statement: sql`select ${sql.join(values, sql`, `)}`, read };
}

/**
 * Keeps PostgreSQL from taking a question apart: it would put an expression wherever its value is named, which `expression` does
 * twice, and so work out a list within it for each.
 */
const fence = sql` offset 0`;

/** Whether a question is kept in one piece anyway. */
const isFenced = ({ orderBy, limit, offset }: PgSelectConfig): boolean =>
  Boolean(orderBy?.length) || limit !== undefined || offset !== undefined;

/** A field of a row, or of a table that is joined to it. */
type Field = { path: string[]; asJson: (value: SQLWrapper) => SQL; read: (value: unknown) => unknown };

const isExpression = ({ asJson }: Field): boolean => asJson === expression;

/** What JSON holds as the driver reads it; everything else travels as its text, as it does to the driver. */
const asItIs = /^(integer|boolean|jsonb?)$|\[\]$/;

/** The fields of a selection in the order of its columns. */
function fieldsOf(selection: Record<string, unknown>, path: string[] = []): Field[] {
  return Object.entries(selection).flatMap(([name, field]): Field[] => {
    const here = [...path, name];
    if (is(field, Column)) {
      const isPlain = asItIs.test(field.getSQLType());
      const asJson = (value: SQLWrapper) => (isPlain ? sql`${value}` : sql`${value}::text`);
      return [{ path: here, asJson, read: (value) => field.mapFromDriverValue(value) }];
    }
    if (is(field, SQL) || is(field, SQL.Aliased))
      return [{ path: here, asJson: expression, read: (value) => decoderOf(field).mapFromDriverValue(value) }];
    return fieldsOf(is(field, Table) ? getTableColumns(field) : (field as Record<string, unknown>), here);
  });
}

/** Of an expression only the database knows the type. */
const expression = (value: SQLWrapper): SQL =>
  sql`case when pg_typeof(${value}) in ('bigint', 'numeric', 'date', 'timestamptz') then to_json(${value}::text) else to_json(${value}) end`;

type Decoder = { mapFromDriverValue: (value: unknown) => unknown };

/** What an expression makes of its value; the types of Drizzle keep it to themselves. */
const decoderOf = (field: SQL | SQL.Aliased): Decoder =>
  ((is(field, SQL) ? field : field.sql) as unknown as { decoder: Decoder }).decoder;

/** A row of a selection; a joined table that has none is null. */
function rowOf(fields: Field[], values: unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const joined: Record<string, Record<string, unknown>> = {};
  for (const [index, { path, read }] of fields.entries()) {
    const [name = '', inside] = path;
    const value = values[index] ?? null;
    const known = value === null ? null : read(value);
    if (inside === undefined) row[name] = known;
    else {
      joined[name] ??= {};
      joined[name][inside] = known;
      row[name] = joined[name];
    }
  }
  for (const [name, columns] of Object.entries(joined))
    if (Object.values(columns).every((value) => value === null)) row[name] = null;
  return row;
}
