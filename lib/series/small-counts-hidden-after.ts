import type { CountedMeasure, HiddenMeasure, ShownReading, Total } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import type { PublishedReading } from './published-reading';
import { hiddenBefore, keptHidden } from './small-counts-kept-hidden';

/** The readings of measures as standing editions froze them, by code, those of the newest edition first. */
type Frozen = ReadonlyMap<string, PublishedReading[]>;

/**
 * What the public is not shown of a service after the editions that have been: weighed with what they showed, and with what they hid
 * still hidden. `weighed` are the same measures with what is public of them already.
 * Source: docs/rules.md, Small counts of people.
 */
export function hiddenAfter(
  service: Omit<CountedMeasure, 'alreadyPublic' | 'alreadyHidden'>[],
  frozen: Frozen,
  wholes: Total[],
): { weighed: CountedMeasure[]; hidden: HiddenMeasure[] } {
  const weighed = service.map((measure): CountedMeasure => {
    const list = frozen.get(measure.code) ?? [];
    return { ...measure, alreadyPublic: shownBefore(list), alreadyHidden: hiddenBefore(stillHidden(measure, list)) };
  });
  const hidden = hiddenOf(weighed, wholes).map((own, at) => keptHidden(own, weighed[at]?.alreadyHidden ?? []));
  return { weighed, hidden };
}

/** What holds on: a measure that is shown by now, or a figure by exception, was hidden for a reason that is gone. */
function stillHidden(
  { policy, exceptions }: Pick<CountedMeasure, 'policy' | 'exceptions'>,
  list: PublishedReading[],
): PublishedReading[] {
  if (policy?.method === 'show') return [];
  const isExcepted = ({ start, revision }: PublishedReading) =>
    exceptions.some((exception) => exception.start === start && exception.revision === revision);
  return latestOnly(list).filter((reading) => !isExcepted(reading));
}

/** The last form of each reading, corrections apart, of a list with the newest edition first. */
const latestOnly = (list: PublishedReading[]): PublishedReading[] => [
  ...new Map(list.toReversed().map((reading) => [`${reading.start}/${reading.revision}`, reading])).values(),
];

/** Everything that any of these readings shows of a figure: what one edition showed, a later one cannot take back. */
function shownBefore(frozen: PublishedReading[]): ShownReading[] {
  const shown = new Map<string, ShownReading>();
  for (const { start, revision, value, numerator, denominator, target, colour, hidden } of frozen) {
    const key = `${start}/${revision}`;
    const before = shown.get(key);
    const fewer = value === null ? undefined : hidden?.decimals;
    shown.set(key, {
      start,
      revision,
      value: before?.value ?? (fewer === undefined ? value : null),
      decimals: fewer === undefined ? (before?.decimals ?? null) : Math.max(fewer, before?.decimals ?? fewer),
      numerator: before?.numerator ?? numerator,
      denominator: before?.denominator ?? denominator,
      colour: (before?.colour ?? false) || colour !== null,
      target,
    });
  }
  return [...shown.values()];
}
