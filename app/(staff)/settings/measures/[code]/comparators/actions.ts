'use server';

import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { enterBenchmark, removeBenchmark } from '@/db/commands/measure/benchmarks';
import { database } from '@/db/connection/pool';
import { benchmarkPage } from '@/db/queries/measure/benchmarks';
import { removalField } from '@/lib/benchmark/benchmark-entry';
import { checkedEntry, readChecked, saysTheSame } from '@/lib/benchmark/benchmark-form';
import { missing, together, unless } from '@/lib/form/fields-together';
import { Mistyped } from '@/lib/form/form-state';
import { isSlug } from '@/lib/text/page-address';

const code = z.string().refine(isSlug);
/** How long each may be is judged with the rest of the entry, which gives every problem at once. */
const words = z.string();

const Enter = z.strictObject({
  code,
  name: words,
  source: words,
  note: words,
  alike: z.enum(['yes', 'no']).optional(),
  figures: z.string().max(200_000, 'This is far too long: at most 50,000 characters fit.'),
  checked: z.string().max(200_000).optional(),
  intent: z.enum(['check', 'save']),
});

/** Shows how the typed figures were read, and saves them once the person has checked that. */
export const enter = action(Enter, async (acting, { code, checked, intent, ...typed }, who) => {
  const page = await benchmarkPage(database(), who, code);
  const { name, source, note } = typed;
  const benchmark = { code, name, source, note, alike: typed.alike === 'yes' };
  // The command refuses a person who may not see the page, and keeps the try in the record.
  if (!page) await enterBenchmark(database(), acting, { ...benchmark, values: [] });
  const read = page && checkedEntry(typed, page.measure, page.series, acting.today);
  if (!read || 'problems' in read) throw new Mistyped(read ? read.problems : []);
  const lastChecked = readChecked(checked ?? '');
  if (intent === 'check' || !lastChecked || !saysTheSame(lastChecked, read.entry)) {
    const done = intent === 'check' ? 'checked' : 'changed';
    const { alike = 'no', figures } = typed;
    return { done, typed: { code, name, source, note, alike, figures, checked: JSON.stringify(read.entry) } };
  }
  // Each change carries the figure that the person saw before: the command refuses where another one is there by now.
  await enterBenchmark(database(), acting, { ...benchmark, values: lastChecked.changes });
  return `/settings/measures/${code}/comparators?done=entered`;
});

const Remove = z
  .strictObject({ code, name: words, reason: words })
  .transform(
    together((typed) =>
      unless(
        missing(removalField(typed.name), typed.reason, `Say why the figures of ${typed.name} are removed.`),
        typed,
      ),
    ),
  );

/** Removes a series, with the reason that the history tells. */
export const remove = action(Remove, async (acting, { code, name, reason }) => {
  await removeBenchmark(database(), acting, { code, name, reason });
  return `/settings/measures/${code}/comparators?done=removed`;
});
