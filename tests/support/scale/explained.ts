import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from '@/db/connection/client';
import * as schema from '@/db/schema';

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
};

/** A statement as it was sent, how many pages of tables and indexes its plan touched, and which tables it read from end to end. */
export type Explained = { text: string; buffers: number; scanned: string[] };

/**
 * A database through a connection that keeps what it sends; answers the plans of the statements that a question sent, each run again
 * with its own parameters under `explain (analyze, buffers)`.
 */
export async function explainer(database: string) {
  const sent: { text: string; parameters: unknown[] }[] = [];
  const settings = { database, max: 1, onnotice: () => {} };
  const debug = (_: number, text: string, parameters: unknown[]) => {
    sent.push({ text, parameters });
  };
  const address = process.env.DATABASE_URL;
  const open = (more: object) =>
    address
      ? postgres(address, { ...settings, ...more })
      : postgres({ host: process.env.PGHOST, ...settings, ...more });
  const asking = open({ debug });
  const explaining = open({});
  const db: Database = drizzle(asking, { schema, casing: 'snake_case' });
  // A new connection asks for the types that the database knows.
  await asking`select 1`;
  const plansOf = async (question: (db: Database) => Promise<unknown>): Promise<Explained[]> => {
    sent.length = 0;
    await question(db);
    const statements = sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
    const plans: Explained[] = [];
    for (const { text, parameters } of statements) plans.push(await planOf(explaining, text, parameters));
    return plans;
  };
  const end = () => Promise.all([asking.end({ timeout: 5 }), explaining.end({ timeout: 5 })]);
  return { plansOf, end };
}

async function planOf(sql: postgres.Sql, text: string, parameters: unknown[]): Promise<Explained> {
  const question = `explain (analyze, buffers, format json) ${text}`;
  const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(question, parameters as never[]);
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error(`there is no plan of: ${text}`);
  return { text, buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], scanned: scannedIn(plan) };
}

/** So few pages of a table are read no faster by an index; a scan that stops at its first row reads no more either. */
const fewPages = 16;

/** The tables that a plan reads from end to end. */
function scannedIn(node: PlanNode): string[] {
  const pages = node['Shared Hit Blocks'] + node['Shared Read Blocks'];
  const isScan = node['Node Type'] === 'Seq Scan' && pages > fewPages;
  const own = isScan && node['Relation Name'] ? [node['Relation Name']] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scannedIn)];
}
