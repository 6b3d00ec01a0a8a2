import { listed } from '@/lib/text/number-in-words';
import type { ImportState } from './import-words';
import type { PlanCounts } from './plan-row-shape';

type Ended = { state: ImportState; counts: PlanCounts | null; sentence: string | null };

const parts = ({ create, change, same, refuse }: PlanCounts, words: Record<keyof PlanCounts, string>): string =>
  listed(
    (
      [
        ['create', create],
        ['change', change],
        ['same', same],
        ['refuse', refuse],
      ] as const
    )
      .filter(([, count]) => count > 0)
      .map(([action, count]) => `${count.toLocaleString('en-GB')} ${words[action]}`),
  );

const would = { create: 'would be new', change: 'would be changed', same: 'are here already', refuse: 'are refused' };
const did = { create: 'made', change: 'changed', same: 'left alone', refuse: 'refused' };

/** What came of a file that was brought, in a line of a list. */
export function cameOfIt({ state, counts, sentence }: Ended): string {
  const counted = counts ?? { create: 0, change: 0, same: 0, refuse: 0 };
  switch (state) {
    case 'waiting':
      return 'It waits to be read.';
    case 'reading':
      return 'It is being read.';
    case 'questions':
      return 'It has questions for you.';
    case 'ready':
      return `It waits for you: ${parts(counted, would) || 'nothing would change'}.`;
    case 'working':
      return 'It is being brought in.';
    case 'done':
      return counted.create + counted.change === 0
        ? 'It changed nothing: all of it was here already.'
        : `Brought in: ${parts(counted, did)}.`;
    case 'stopped':
      return sentence ?? 'Stopped. Nothing of it was brought in.';
    case 'refused':
      return sentence ?? 'It could not be read.';
  }
}

/** How the page of a file is called. */
export function importTitle(state: ImportState): string {
  switch (state) {
    case 'waiting':
    case 'reading':
      return 'Being read';
    case 'working':
      return 'Being brought in';
    case 'questions':
    case 'ready':
      return 'Check what was understood';
    case 'done':
      return 'Brought in';
    case 'stopped':
      return 'Stopped';
    case 'refused':
      return 'Cannot be read';
  }
}
