import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Process } from '@/lib/spc/frozen-process';
import type { Variation } from '@/lib/spc/spc';
import type { Signal } from '@/lib/spc/spc-signals';
import { addMonths } from '@/lib/time/day';
import type { MeasureSheet } from './measure-sheet';

/**
 * A sheet as the database keeps it: its JSON with process control in brief, deflated (raw, RFC 1951) with the JSON of an earlier
 * sheet of the same measure as the dictionary, its base, so that what did not change takes no room; base64. A base stands alone.
 */
export type PackedSheet = { packed: string; onBase?: true };
/** As it is kept: packed, or itself in editions from before sheets were packed. */
export type KeptSheet = PackedSheet | MeasureSheet;

type Drawn = Extract<Process, { refused: null }>;
/** What is known of periods in a row: the place of the first, how many they are, and the place among `kinds` of what is known. */
type Runs<T> = { kinds: T[]; runs: [place: number, count: number, kind: number][] };
/** Process control in brief: days by how many months they are from the one before, and what is known of periods in runs. */
type Brief = Omit<Drawn, 'starts' | 'signals' | 'variations'> & {
  starts: [first: string, ...months: number[]];
  signals: Runs<Signal[]>;
  variations: Runs<Variation>;
};
type BriefSheet = Omit<MeasureSheet, 'process'> & ({ process: Process } | { brief: Brief });

/** What unpacks to more bytes than this was not packed by us. */
const mostBytes = 4_000_000;

/** A sheet packed on its base, or alone where that saves less than half: then it is a base for the next ones. */
export function packedSheet(sheet: MeasureSheet, base: KeptSheet | null): PackedSheet {
  const text = Buffer.from(JSON.stringify(briefSheet(sheet)));
  const packed = (dictionary?: Buffer) =>
    deflateRawSync(text, { level: 9, ...(dictionary && { dictionary }) }).toString('base64');
  if (base !== null && 'packed' in base) {
    const onBase = packed(unpackedText(base, null));
    if (2 * onBase.length < base.packed.length) return { packed: onBase, onBase: true };
  }
  return { packed: packed() };
}

/** The sheet that was packed, of the same canonical text. Throws an Error where it is none, or where its base is missing or another. */
export function unpackedSheet(kept: KeptSheet, base: KeptSheet | null): MeasureSheet {
  if (!('packed' in kept)) return kept;
  if ((kept.onBase === true) !== (base !== null))
    throw new Error('A sheet is not packed on what is given as its base.');
  if (base !== null && !('packed' in base)) throw new Error('The base of a packed sheet is not packed.');
  const sheet: BriefSheet = JSON.parse(unpackedText(kept, base && unpackedText(base, null)).toString());
  if (!('brief' in sheet)) return sheet;
  const { brief, ...rest } = sheet;
  return { ...rest, process: processFrom(brief) };
}

const unpackedText = ({ packed }: PackedSheet, dictionary: Buffer | null): Buffer =>
  inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: mostBytes, ...(dictionary && { dictionary }) });

/** Process control without figures, or of periods that begin with no month, stays as it is. */
function briefSheet(sheet: MeasureSheet): BriefSheet {
  const { process, ...rest } = sheet;
  if (process.refused !== null || process.starts.length === 0) return sheet;
  const { starts, signals, variations } = process;
  const places = new Map(starts.map((start, place) => [start, place]));
  const days = [...Object.keys(signals), ...Object.keys(variations)];
  const months = starts.map(monthOf);
  if (months.some(Number.isNaN) || !days.every((day) => places.has(day))) return sheet;
  const steps = months.slice(1).map((month, place) => month - (months[place] as number));
  const brief: Brief = {
    ...process,
    starts: [starts[0] as string, ...steps],
    signals: runsOf(places, signals),
    variations: runsOf(places, variations),
  };
  return { ...rest, brief };
}

function processFrom({ starts: [first, ...steps], signals, variations, ...process }: Brief): Process {
  const starts = [first];
  for (const step of steps) starts.push(addMonths(starts.at(-1) as string, step));
  return { ...process, starts, signals: knownOf(starts, signals), variations: knownOf(starts, variations) };
}

/** The months since the year 0 at a first of a month; NaN for any other day. */
function monthOf(day: string): number {
  return day.length === 10 && day.endsWith('-01') ? Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) : Number.NaN;
}

/** What is known of periods, by their first days that are at these places, in runs of the same. */
function runsOf<T>(places: Map<string, number>, known: Record<string, T>): Runs<T> {
  const kinds = new Map<string, { kind: number; here: T }>();
  const runs: Runs<T>['runs'] = [];
  const inOrder = Object.entries(known).map(([start, here]): [number, T] => [places.get(start) as number, here]);
  for (const [place, here] of inOrder.sort(([a], [b]) => a - b)) {
    const text = JSON.stringify(here);
    const { kind } = kinds.get(text) ?? { kind: kinds.size };
    kinds.set(text, { kind, here });
    const last = runs.at(-1);
    if (last && last[0] + last[1] === place && last[2] === kind) last[1] += 1;
    else runs.push([place, 1, kind]);
  }
  return { kinds: [...kinds.values()].map(({ here }) => here), runs };
}

function knownOf<T>(starts: string[], { kinds, runs }: Runs<T>): Record<string, T> {
  return Object.fromEntries(
    runs.flatMap(([place, count, kind]) =>
      starts.slice(place, place + count).map((start) => [start, kinds[kind] as T]),
    ),
  );
}
