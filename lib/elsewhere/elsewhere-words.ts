import { listed, numberOf } from '@/lib/text/number-in-words';
import { formatDate } from '@/lib/time/day';

/** Where, and on which ISO day, the council published a figure that nobody entered here. */
export type Elsewhere = { where: string; on: string };

/** 'published in the Children’s services report of 13 June 2018, not in this portal' */
export const elsewhereWords = ({ where, on }: Elsewhere): string =>
  `published in ${where} of ${formatDate(on)}, not in this portal`;

/** The mark beside a figure in a table: 'published elsewhere on 13 June 2018'; where is said beneath. */
export const elsewhereMark = ({ on }: Elsewhere): string => `published elsewhere on ${formatDate(on)}`;

/** Things by where and when they were published, those of the same place together, in the order in which they come. */
export function byPlace<T>(things: (T & { elsewhere?: Elsewhere | undefined })[]): { place: Elsewhere; things: T[] }[] {
  const groups = new Map<string, { place: Elsewhere; things: T[] }>();
  for (const thing of things) {
    const place = thing.elsewhere;
    if (!place) continue;
    const key = JSON.stringify([place.where, place.on]);
    const group = groups.get(key) ?? { place, things: [] };
    group.things.push(thing);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What a note begins with that says which of a row's figures were published elsewhere. */
const elsewhereNoteStart = 'Published elsewhere:';

/** Whether a note of a row is one of those. */
export const isElsewhereNote = (note: string): boolean => note.startsWith(elsewhereNoteStart);

/** What a row shows that was published elsewhere: a named figure, or so many of the trend. */
type Shown = { elsewhere?: Elsewhere | undefined; what: string | null };

/**
 * A note for each place: 'Published elsewhere: the figure for June 2018 and three more of the trend were published in …'. A figure
 * without a name is one of the trend.
 */
export const elsewhereNotes = (figures: Shown[]): string[] =>
  byPlace<Shown>(figures).map(({ place, things }) => {
    const named = things.flatMap(({ what }) => what ?? []);
    const rest = things.length - named.length;
    const more = rest === 0 ? [] : [`${numberOf(rest, named.length > 0 ? 'earlier figure' : 'figure')} of the trend`];
    const were = things.length === 1 ? 'was' : 'were';
    return `${elsewhereNoteStart} ${listed([...named, ...more])} ${were} ${elsewhereWords(place)}.`;
  });
