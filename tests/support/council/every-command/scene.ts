import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Database } from '@/db/connection/client';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { content, submitted, today, type workingCouncil } from '../working-council';

export type Council = Awaited<ReturnType<typeof workingCouncil>>;

/** A command by its name, and how it is taken. */
export type Step = [string, () => Promise<unknown>];

/** Where the steps are taken: a council with its people, and what several of them do. */
export type Scene = ReturnType<typeof sceneOf>;

export const browser = { session: null, device: null, address: null };
export const by = (minute: number) => ({ who: null, at: `2026-08-17T10:${String(minute).padStart(2, '0')}:00Z` });
export const server = by(0);

/** The scene of a council with three bus measures from March 2026 on. */
export function sceneOf(db: Database, { as, id, person, buses, trams, measures }: Council) {
  const approve = async (month: string) =>
    approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01', content(), `2026-${month}-01`));
  const warnings = async (service: typeof buses, day: string) =>
    (await nextEdition(db, service, day, 'signed')).findings.warnings.map(({ id: finding }) => ({
      finding,
      reason: 'Known',
    }));
  const publish = async (day = today) => {
    const acting = as('Ada', { at: `${day}T11:00:00Z`, today: day });
    const acknowledged = await warnings(buses, day);
    return publishEdition(db, acting, { service: 'buses', asAt: day, note: null, acknowledged });
  };
  const correct = async (month: string, value: string) => {
    const reading = await db.query.readings.findFirst({
      where: (row, { and, eq }) => and(eq(row.periodStart, `2026-${month}-01`), eq(row.state, 'published')),
    });
    const begun = await beginCorrection(db, as('Olive'), {
      readingId: reading?.id ?? 0,
      version: reading?.version ?? 0,
    });
    const corrected = content({ value, publicNote: 'A depot was missed.' });
    const place = { code: 'bus-01', periodStart: `2026-${month}-01`, version: begun.version, content: corrected };
    await approveReading(
      db,
      as('Hana'),
      await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place)),
    );
  };
  return { db, as, id, person, buses, trams, measures, approve, warnings, publish, correct };
}
