import { z } from 'zod';
import { isDay } from '@/lib/instant';

const Settings = z.object({
  CANDOUR_TODAY: z.string().refine(isDay, 'CANDOUR_TODAY must be a day such as 2018-08-17').optional(),
});

let parsed: { today: string | null } | undefined;

/** What the environment says, parsed once; throws with a sentence for each setting that is wrong. */
export function settings(): { today: string | null } {
  if (!parsed) {
    const result = Settings.safeParse({ CANDOUR_TODAY: process.env.CANDOUR_TODAY || undefined });
    if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join('\n'));
    parsed = { today: result.data.CANDOUR_TODAY ?? null };
  }
  return parsed;
}
