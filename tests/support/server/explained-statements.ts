import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { Database } from '@/db/connection/client';
import * as schema from '@/db/schema';

type Node = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: Node[] } & Record<
  'Shared Hit Blocks' | 'Shared Read Blocks',
  number
>;

/** What a statement read: the indexes that it used, the tables that it walked from end to end, and how many pages. */
export type Plan = { text: string; indexes: string[]; walked: string[]; pages: number };

/** The plans of every statement of a question, each run as the question ran it, on the test's own database. */
export async function explainedStatements(): Promise<
  (question: (db: Database) => Promise<unknown>) => Promise<Plan[]>
> {
  let sent: { text: string; parameters: unknown[] }[] = [];
  const debug = (_: number, text: string, parameters: unknown[]) => {
    sent.push({ text, parameters });
  };
  const settings = { max: 1, debug, onnotice: () => {}, connection: { TimeZone: 'UTC' } };
  const address = process.env.DATABASE_URL;
  const sql = address ? postgres(address, settings) : postgres({ host: process.env.PGHOST, ...settings });
  afterAll(() => sql.end({ timeout: 5 }));
  await sql`select 1`;
  const db: Database = drizzle(sql, { schema, casing: 'snake_case' });
  return async (question) => {
    sent = [];
    await question(db);
    const plans: Plan[] = [];
    for (const { text, parameters } of sent) {
      if (!/^\s*(select|with)/.test(text)) continue;
      const explained = `explain (analyze, buffers, format json) ${text}`;
      const [row] = await sql.unsafe(explained, parameters as never[]);
      plans.push({ text, ...read(row?.['QUERY PLAN'][0].Plan) });
    }
    return plans;
  };
}

function read(root: Node): Omit<Plan, 'text'> {
  const nodes: Node[] = [];
  const walk = (node: Node) => {
    nodes.push(node);
    node.Plans?.forEach(walk);
  };
  walk(root);
  return {
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    walked: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [])),
    pages: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
  };
}
