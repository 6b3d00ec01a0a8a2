import { z } from 'zod';
import type { PublishedReading } from '@/lib/series/published-reading';
import { colours } from '@/lib/target/target';
import { frequencies } from '@/lib/time/period';
import type { FrozenRow } from './edition';
import type { MeasureSheet } from './measure-sheet';
import type { KeptSheet } from './packed-sheet';

const text = z.string().nullable();
const colour = z.enum(colours).nullable();
const figure = { text, why: text };
const points = z.array(z.looseObject({ start: z.string(), value: text, illustrative: z.boolean() }));

/** What every row of an edition has had since the first one; later editions have more. */
export const rowShape = z.looseObject({
  number: z.number(),
  code: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  frequency: z.enum(frequencies),
  previous: z.looseObject({ ...figure, label: z.string() }),
  target: z.looseObject({ ...figure, rule: text }),
  current: z.looseObject({ ...figure, marks: z.array(z.string()) }),
  rag: z.looseObject({ colour, sentence: z.string() }),
  comments: text,
  actions: z.array(z.looseObject({ text: z.string(), owner: z.string(), due: text })),
  notes: z.array(z.string()),
  trend: z.looseObject({ points, target: text }),
  schedule: z.looseObject({}),
}) as unknown as z.ZodType<FrozenRow>;

/** What every sheet of a measure has had since the first one. */
export const sheetShape = z.looseObject({
  unit: z.string(),
  decimals: z.number(),
  headline: z.string(),
  targets: z.array(z.looseObject({ from: z.string(), rule: text })),
  wordings: z.array(z.looseObject({ title: z.string() })),
  benchmarks: z.array(z.looseObject({ name: z.string(), values: z.array(z.looseObject({ value: z.string() })) })),
  process: z.looseObject({}),
}) as unknown as z.ZodType<MeasureSheet>;

const packedShape = z.strictObject({ packed: z.string(), onBase: z.literal(true).optional() });
/** A sheet as it is kept: packed, or, in editions from before that, itself. */
export const keptSheetShape = z.union([packedShape, sheetShape]) as z.ZodType<KeptSheet>;

/** What every reading that an edition was the first to tell of has had since the first one. */
export const publishedReadingShape = z.looseObject({
  start: z.string(),
  revision: z.number(),
  value: text,
  why: text,
  provisional: z.boolean(),
  illustrative: z.boolean(),
  colour,
  comments: text,
  actions: z.array(z.looseObject({ text: z.string() })),
}) as unknown as z.ZodType<PublishedReading>;
