import { withoutEnd } from '@/lib/text/sentence-end';
import { changesIn, type Details, text, whom } from './detail-words';
import type { EventKind } from './event';

/** What events of services, measures, their targets, outturns and series say after the name of who did it. */
export const frameworkPredicates = {
  measure_retired: ({ measure, reason }) =>
    `retired measure ${text(measure) ?? ''}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  measure_rebased: (details) =>
    `rebased process control of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  rebase_removed: (details) =>
    `took back the rebase of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  series_broken: (details) =>
    `recorded a break in the series of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  measure_redefined: (details) =>
    `gave measure ${text(details.measure) ?? ''} a new definition (version ${text(details.version) ?? ''}) from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  comparator_entered: (details) =>
    `entered ${details.figures === 1 ? '1 figure' : `${text(details.figures) ?? 'no'} figures`} of ${whom(details)} beside measure ${text(details.measure) ?? ''}`,
  comparator_removed: (details) =>
    `removed the figures of ${whom(details)} beside measure ${text(details.measure) ?? ''}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  source_named: (details) =>
    `named the source of measure ${text(details.measure) ?? ''} and who answers for it: ${text(details.source) ?? 'none'}; ${text(details.ownerRole) ?? 'nobody'}`,
  service_added: ({ service }) => `added the service ${text(service) ?? ''}`,
  service_changed: (details) => `changed ${text(details.service) ?? 'the service'}: ${changesIn(details)}`,
  measure_added: ({ measure, title }) => `added measure ${text(measure) ?? ''}, ${text(title) ?? 'without a title'}`,
  measure_changed: (details) =>
    `changed measure ${text(details.measure) ?? ''}: ${changesIn(details)}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  measure_mended: (details) =>
    `mended a slip in measure ${text(details.measure) ?? ''}: ${changesIn(details)}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  break_removed: (details) =>
    `took back the break in the series of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  target_set: ({ measure, period, target, was, reason }) =>
    `set the target of measure ${text(measure) ?? ''} from ${text(period) ?? 'a period'}: ${text(target) ?? 'none'}${text(was) ? ` instead of ${text(was)}` : ''}${text(reason) ? `: ${withoutEnd(text(reason) as string)}` : ''}`,
  target_removed: ({ measure, period, was, reason }) =>
    `took back the target of measure ${text(measure) ?? ''} from ${text(period) ?? 'a period'}, ${text(was) ?? 'none'}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  outturn_set: outturnWords,
  measures_reordered: ({ service }) => `put the measures of ${text(service) ?? 'the service'} in another order`,
  screening_set: ({ measure, now, reason }) =>
    `turned screening ${text(now) ? 'on' : 'off'} for measure ${text(measure) ?? ''}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  theme_set: ({ measure, theme, was }) =>
    text(theme)
      ? `put measure ${text(measure) ?? ''} under the theme ${text(theme)}${text(was) ? ` instead of ${text(was)}` : ''}`
      : `took measure ${text(measure) ?? ''} out of the theme ${text(was) ?? ''}`,
} satisfies Partial<Record<EventKind, (details: Details) => string>>;

/** A figure that its readings gave was confirmed; another one was entered. */
function outturnWords({ measure, year, value, was, reason, how, source, provisional }: Details): string {
  const isConfirmed = text(how) !== null && how !== 'typed';
  const reached = isConfirmed && text(source) ? ` (${text(source)})` : '';
  const figure = `${isConfirmed ? 'confirmed' : 'entered'} the outturn of measure ${text(measure) ?? ''} for ${text(year) ?? 'a year'}: ${text(value) ?? 'none'}${reached}`;
  const isNone = value === 'none' && !text(was);
  const before = text(was) && was !== value ? ` instead of ${text(was)}` : '';
  const because = (before || isNone) && text(reason) ? `: ${withoutEnd(text(reason) as string)}` : '';
  const mark = text(provisional) ? `, provisional: ${withoutEnd(text(provisional) as string)}` : '';
  return `${figure}${before}${because}${mark}`;
}
