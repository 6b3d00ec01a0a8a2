import { Mistyped } from '@/lib/form/form-state';

/** The readings that were ticked, each in the version that was listed: '7:3'; a form that was sent with none says what to do. */
export function ticksOf(ticked: string[] | undefined): { tick: string; readingId: number; version: number }[] {
  if (!ticked || ticked.length === 0)
    throw new Mistyped([{ field: 'approve', sentence: 'Tick the readings that you want to approve.' }]);
  return ticked.map((tick) => {
    const [readingId, version] = tick.split(':').map(Number) as [number, number];
    return { tick, readingId, version };
  });
}
