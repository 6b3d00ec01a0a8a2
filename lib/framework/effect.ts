import { z } from 'zod';
import { canonical } from '@/lib/record/canonical';

/** What a change would do, in sentences; `figures` are those that it would judge another way. JSON-safe. */
export type Effect = {
  sentences: string[];
  figures?: { caption: string; rows: JudgedFigure[] };
  /** How a measure would stand on the scorecard: what each column says. */
  row?: { column: string; text: string }[];
};

/** A figure with the colour that it has now and the one that it would have; null for none. */
export type JudgedFigure = { period: string; figure: string; now: Colour | null; next: Colour | null };
type Colour = (typeof colours)[number];
const colours = ['green', 'amber', 'red'] as const;

const text = z.string();
const colour = z.enum(colours).nullable();
const Shown = z.strictObject({
  sentences: z.array(text),
  figures: z
    .strictObject({
      caption: text,
      rows: z.array(z.strictObject({ period: text, figure: text, now: colour, next: colour })),
    })
    .optional(),
  row: z.array(z.strictObject({ column: text, text })).optional(),
});

/** An effect as a form carries it, so that what is saved is what was seen. */
export const effectText = (effect: Effect): string => canonical(effect);

/** The effect that a form carries; null where it carries none of ours. */
export function readEffect(typed: string | undefined): Effect | null {
  try {
    return (Shown.safeParse(JSON.parse(typed ?? '')).data as Effect | undefined) ?? null;
  } catch {
    return null;
  }
}
