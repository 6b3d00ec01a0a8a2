import { and, eq, inArray } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { sha256 } from '@/db/hashing/sha256';
import { imports } from '@/db/schema';
import { type ImportKind, type ImportScope, mostOpen, openStates } from '@/lib/bring-in/import-words';
import { mostFileBytes } from '@/lib/bring-in/sending';
import { Refused } from '@/lib/form/refused';

/** A file as somebody brings it. */
export type Brought = { name: string; bytes: Uint8Array; scope: ImportScope; kind?: ImportKind };

/** The permission that a file of a scope asks for. */
export const permissionFor = (scope: ImportScope): 'bring_in' | 'bring_in_own' =>
  scope === 'council' ? 'bring_in' : 'bring_in_own';

/** Takes a file in, to be read; nothing of the council changes. Answers its number. */
export function receiveFile(
  db: Database,
  acting: Acting,
  { name, bytes, scope, kind = kindOf(name) }: Brought,
): Promise<number> {
  const permission = permissionFor(scope);
  return change(db, acting, {
    command: 'receive_file',
    permission,
    find: async (tx) => ({ about: await aboutCouncil(tx, { step: permission }) }),
    work: async (tx, _, who) => {
      if (bytes.length === 0) throw new Refused('This file is empty: choose the one that you mean.');
      if (bytes.length > mostFileBytes)
        throw new Refused(`This file has more than ${mostFileBytes / 1_048_576} MB: bring it in as several files.`);
      const open = await tx.$count(imports, and(eq(imports.personId, who.id), inArray(imports.state, openStates)));
      if (open >= mostOpen)
        throw new Refused(`${mostOpen} files of yours wait already: bring them in, or stop one of them first.`);
      const [row] = await tx
        .insert(imports)
        .values({
          personId: who.id,
          scope,
          kind,
          fileName: plainName(name),
          size: bytes.length,
          sha256: sha256(bytes),
          bytes: Buffer.from(bytes),
          at: acting.at,
          beatAt: databaseClock,
        })
        .returning({ id: imports.id });
      if (!row) throw new Error('a file was not written');
      return row.id;
    },
  });
}

/** A report as plain text says so by its name; all else is a file of sheets. */
const kindOf = (name: string): ImportKind => (/\.(txt|text)$/i.test(name.trim()) ? 'text' : 'workbook');

/** The name of a file without its folders and what cannot be shown. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const plain = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, '').trim();
  return plain.slice(0, 200).trim() || 'A file without a name';
}
