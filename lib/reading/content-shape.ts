import { z } from 'zod';
import { missingReasons } from '@/lib/figure/missing-reason';
import { shapes, type Target } from '@/lib/target/target';
import type { Content, Ground } from './content';
import type { Kept } from './kept-warnings';
import { revisionReasons } from './revision-reasons';

const text = z.string().nullable();
const target: z.ZodType<Target> = z.union([
  z.object({ shape: z.enum(shapes).extract(['at_least', 'at_most']), green: z.string(), amber: text }),
  z.object({ shape: z.literal('between'), green: z.string(), greenTo: z.string(), amber: text, amberTo: text }),
  z.object({ shape: z.literal('none') }),
]);

export const keptShape: z.ZodType<Kept[]> = z.array(z.object({ finding: z.string(), reason: z.string() }));

export const completedShape: z.ZodType<Content['completed']> = z.array(
  z.object({ start: z.string(), text: z.string() }),
);

const actions: z.ZodType<Content['actions']> = z.array(z.object({ text: z.string(), owner: z.string(), due: text }));

/** A content as it is kept; what was written before corrections had classes and actions ends has neither. */
export const contentShape = z.object({
  value: text,
  numerator: text,
  denominator: text,
  missing: z.enum(missingReasons).nullable(),
  expectedOn: text,
  provisional: z.boolean(),
  unusual: text,
  comments: text,
  actions,
  publicNote: text,
  revisionReason: z.enum(revisionReasons).nullable().optional(),
  completed: completedShape.optional(),
  kept: keptShape.optional(),
}) as z.ZodType<Content>;

/** What a content was to be judged by, as it is kept. */
export const groundShape = z.object({
  measureId: z.number(),
  periodStart: z.string(),
  revision: z.number(),
  targetId: z.number().nullable(),
  target: target.optional(),
  definitionVersion: z.number(),
}) as z.ZodType<Ground>;
