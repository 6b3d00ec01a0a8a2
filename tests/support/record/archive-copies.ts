import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Sql } from 'postgres';
import { afterAll } from 'vitest';
import { connect } from '@/db/connection/client';
import { openArchive } from '../../../scripts/archive/open';
import { readArchive } from '../../../scripts/archive/read';

/** A folder for archives and a second, empty database beside that of a test file; both are gone after its last test. */
export function archiveCopies(sql: Sql, name: string) {
  const folder = mkdtempSync('/tmp/candour-archive-');
  const target = `${name}_opened`;
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await sql.unsafe(`drop database if exists ${target} with (force)`);
  });
  const empty = async (template = 'template0') => {
    await sql.unsafe(`drop database if exists ${target} with (force)`);
    await sql.unsafe(`create database ${target} template ${template} strategy file_copy`);
  };
  /** Works on the second database. */
  const there = async <T>(work: (open: ReturnType<typeof connect>) => Promise<T>): Promise<T> => {
    const open = connect({ database: target, max: 2 });
    try {
      return await work(open);
    } finally {
      await open.end();
    }
  };
  return {
    target,
    file: (called: string) => path.join(folder, called),
    empty,
    there,
    /** Opens an archive in the second database. */
    openThere: async (file: string) => {
      const archive = await readArchive(file);
      return there(({ db }) => openArchive(db, archive));
    },
    /** How many tables and counters the second database has. */
    relations: () =>
      there(async (open) => {
        const [row] = await open.sql<{ n: number }[]>`
          select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname !~ '^(pg_|information_schema)'`;
        return row?.n ?? -1;
      }),
  };
}
