'use server';

import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { enterBenchmark, removeBenchmark } from '@/db/commands/measure/benchmarks';
import { database } from '@/db/connection/pool';
import { benchmarkPage } from '@/db/queries/measure/benchmarks';
import { removalField } from '@/lib/benchmark/benchmark-entry';
import { checkedEntry, readChecked, saysTheSame } from '@/lib/benchmark/benchmark-form';
import { Mistyped } from '@/lib/form/form-state';
import { missing, together, unless } from '@/lib/form/together';
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

/** Shows what is understood of the figures that were typed; and saves them once that has been seen. */
export const enter = action(Enter, async (acting, { code, checked, intent, ...typed }, who) => {
  const page = await benchmarkPage(database(), who, code);
  const { name, source, note } = typed;
  const asked = { code, name, source, note, alike: typed.alike === 'yes' };
  // Whoever may not see the page is refused by the command, which keeps the try in the record.
  if (!page) await enterBenchmark(database(), acting, { ...asked, values: [] });
  const read = page && checkedEntry(typed, page.measure, page.series, acting.today);
  if (!read || 'problems' in read) throw new Mistyped(read ? read.problems : []);
  const seen = readChecked(checked ?? '');
  if (intent === 'check' || !seen || !saysTheSame(seen, read.entry)) {
    const done = intent === 'check' ? 'checked' : 'changed';
    const { alike = 'no', figures } = typed;
    return { done, typed: { code, name, source, note, alike, figures, checked: JSON.stringify(read.entry) } };
  }
  // With what was seen to be there before: where that is another figure by now, the command refuses.
  await enterBenchmark(database(), acting, { ...asked, values: seen.changes });
  return `/measures/${code}/comparators?done=entered`;
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
  return `/measures/${code}/comparators?done=removed`;
});
