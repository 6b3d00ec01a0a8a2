import { z } from 'zod';
import { isSlug } from '@/lib/text/page-address';

/** A measure to be confirmed, with the fingerprint of what its row showed. */
export type Confirmed = { code: string; seen: string };

/** The text of a hidden field for one measure. */
export const confirmText = ({ code, seen }: Confirmed): string => `${code} ${seen}`;

const confirmed = z
  .string()
  .regex(/^[a-z0-9-]{1,80} [0-9a-f]{64}$/)
  .transform((text): Confirmed => {
    const [code = '', seen = ''] = text.split(' ');
    return { code, seen };
  });

/** The form that confirms the certain figures of a service together. */
export const CloseYear = z.strictObject({
  service: z.string().refine(isSlug),
  /** The year in which the council year began. */
  year: z.string().regex(/^\d{4}$/),
  confirm: z
    .array(confirmed)
    .max(400)
    .default([])
    .refine((chosen) => chosen.length > 0, 'Tick at least one measure.'),
});
