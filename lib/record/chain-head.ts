/** The end of a chain: the first address of its service, or 'council'; how many events it has, and the hash of the last. */
export type Head = { chain: string; events: number; hash: string };

/** The heads of a moment as they are kept elsewhere: a line that says when, and one for each; it may follow a line that was cut. */
export const headsText = (heads: Head[], at: string): string =>
  `\nHeads of ${at}\n${heads.map((head) => `${JSON.stringify(head)}\n`).join('')}`;

/** The heads in a text that was kept, in its order; every other line of it, and one that was cut, is left aside. */
export const headsIn = (text: string): Head[] => text.split('\n').flatMap(headOf);

function headOf(line: string): Head[] {
  if (!line.startsWith('{"chain"')) return [];
  try {
    const { chain, events, hash } = JSON.parse(line);
    return typeof chain === 'string' && Number.isInteger(events) && typeof hash === 'string'
      ? [{ chain, events, hash }]
      : [];
  } catch {
    return [];
  }
}

/** After how many hours on the machine alone the heads are reported; they leave it daily. */
const patience = 26;

/** When heads last left the machine, and how the last try ended; null where there was none yet. */
export type HeadsKept = { last: string | null; state: string | null };

/** The sentence for the people who run a server about heads that should leave the machine and do not; null while they do. */
export function headsTrouble({ last, state }: HeadsKept, now: string): string | null {
  const isLate = last !== null && Date.parse(now) - Date.parse(last) > patience * 3_600_000;
  const hasFailed = state === 'retry' || state === 'failed';
  if (!isLate && !hasFailed) return null;
  const when = last === null ? 'They never have.' : `They last did on ${new Date(last).toISOString()}.`;
  return `The heads of the record do not leave this machine. ${when}`;
}
