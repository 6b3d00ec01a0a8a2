/** By how much the clock of a server may differ from the database's, in milliseconds. */
const tolerated = 2_000;

/**
 * By how many milliseconds a server's clock is ahead of the database's (negative where it is behind), measured between two looks
 * at its own; null where they agree within two seconds, the time that the question took not counted.
 */
export function driftOf({ before, theirs, after }: { before: string; theirs: string; after: string }): number | null {
  const [from, until, there] = [before, after, theirs].map((at) => Date.parse(at)) as [number, number, number];
  const ahead = there < from ? from - there : there > until ? until - there : 0;
  return Math.abs(ahead) > tolerated ? ahead : null;
}

/** The sentence for the people who run a server whose clock is off. */
export const driftSentence = (ahead: number): string => {
  const seconds = (Math.abs(ahead) / 1000).toFixed(1);
  const side = ahead > 0 ? 'ahead of' : 'behind';
  return `This server’s clock is ${seconds} seconds ${side} the database’s; nothing is released by it until they agree.`;
};
