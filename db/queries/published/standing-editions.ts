import { asc, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionRows } from '@/db/schema';
import { grouped } from '@/lib/collection/grouped';
import type { CouncilRow, ServiceRows } from '@/lib/scorecard/council-view';

/** A part of the public wall: the scorecards of all services, as far as one page needs them. */

/** An edition in force, and the one of its service before it that stands. */
export type StandingEdition = {
  id: number;
  before: { id: number; sha256: string } | null;
} & Pick<ServiceRows, 'head' | 'contact'>;

/** The measures of an edition, and their colours in the one before. */
export type EditionRows = Pick<ServiceRows, 'rows' | 'before'>;

const part = (name: string) => sql`${editionRows.row} -> ${name}::text`;
const isRed = sql`'red' in (${editionRows.row} #>> '{rag,colour}', ${editionRows.row} #>> '{rag,judged,colour}')`;

/** A measure without its trend and sheet; its words and actions only where it is Red. */
const councilRow = sql<CouncilRow>`jsonb_build_object('number', ${editionRows.number}, 'code', ${part('code')},
  'title', ${part('title')}, 'covers', ${part('covers')}, 'target', ${part('target')}, 'current', ${part('current')},
  'period', ${part('period')}, 'rag', ${part('rag')}, 'travel', ${part('travel')}, 'theme', ${part('theme')},
  'schedule', ${part('schedule')}, 'comments', case when ${isRed} then ${part('comments')} end,
  'actions', case when ${isRed} then ${part('actions')} else '[]' end)`;

/** The measures of editions in report order, and by code the colours of the edition before each; in the given order. */
export async function rowsOfEditions(db: Database, wanted: StandingEdition[]): Promise<EditionRows[]> {
  if (wanted.length === 0) return [];
  const rows = await db
    .select({ id: editionRows.editionId, row: councilRow })
    .from(editionRows)
    .where(
      inArray(
        editionRows.editionId,
        wanted.map(({ id }) => id),
      ),
    )
    .orderBy(asc(editionRows.number));
  const colours = await db
    .select({ id: editionRows.editionId, code: editionRows.code, rag: sql<CouncilRow['rag']>`${part('rag')}` })
    .from(editionRows)
    .where(
      inArray(
        editionRows.editionId,
        wanted.flatMap(({ before }) => before?.id ?? []),
      ),
    );
  const [rowsOf, coloursOf] = [grouped(rows, ({ id }) => id), grouped(colours, ({ id }) => id)];
  return wanted.map(({ id, before }) => ({
    rows: (rowsOf.get(id) ?? []).map(({ row }) => row),
    before: new Map((coloursOf.get(before?.id ?? 0) ?? []).map(({ code, rag }) => [code, rag])),
  }));
}
