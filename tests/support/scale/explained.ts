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

/** How many pages of tables and indexes a plan touched, and which tables it read from end to end. */
type Read = { buffers: number; scanned: string[] };
/** A statement as it was sent, and what its plans read: for its own parameters, and for any. */
export type Explained = Read & { text: string; forAny: Read };

/**
 * A database through a connection that keeps what it sends; answers the plans of the statements that a question sent, each run again
 * with its own parameters under `explain (analyze, buffers)`: as the database plans it for these parameters, and as it plans a
 * statement that has come often, for any.
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

/** After five plans for the values that came, the database may keep one for any, where it takes that to cost no more. */
const planned = 6;

async function planOf(sql: postgres.Sql, text: string, parameters: unknown[]): Promise<Explained> {
  const own = await readBy(sql, text, parameters);
  await sql.unsafe(`prepare for_any as ${text}`);
  const values = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`;
  for (let n = 0; n < planned; n += 1) await sql.unsafe(`explain execute for_any${values}`);
  const forAny = await readBy(sql, `execute for_any${values}`, []);
  await sql.unsafe('deallocate for_any');
  return { text, ...own, forAny };
}

async function readBy(sql: postgres.Sql, statement: string, parameters: unknown[]): Promise<Read> {
  const question = `explain (analyze, buffers, format json) ${statement}`;
  const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(question, parameters as never[]);
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error(`there is no plan of: ${statement}`);
  return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], scanned: scannedIn(plan) };
}

/** A parameter as it is written in a statement, of a type that the place says. */
function literal(parameter: unknown): string {
  if (parameter === null || parameter === undefined) return 'null';
  if (Array.isArray(parameter)) throw new Error('a list goes as its text');
  return `'${String(parameter).replaceAll("'", "''")}'`;
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
