import type { ImportView } from '@/db/queries/bring-in/import-view';

const ended = { questions: [], endedAt: '2018-08-17T09:05:00Z' } satisfies Partial<ImportView>;

/** A file that is brought in, in each state that it has. */
export const states: Record<string, Partial<ImportView>> = {
  waiting: { state: 'waiting', plan: null, counts: null },
  reading: { state: 'reading', plan: null, counts: null, progress: { done: 400, total: 1_200 } },
  questions: {},
  ready: { state: 'ready', questions: [] },
  working: { state: 'working', questions: [], progress: { done: 12, total: 23 } },
  done: { state: 'done', made: [{ kind: 'reading', count: 16 }], laid: 4, ...ended },
  stopped: { state: 'stopped', sentence: 'Ada Byrne stopped it: nothing was brought in.', ...ended },
  refused: {
    state: 'refused',
    sentence: 'This file is a picture: send a workbook or a CSV file.',
    plan: null,
    counts: null,
    ...ended,
  },
};

/** Where the page of a file in a state is looked at, without the state. */
export const stateAddress = '/specimen?file=';
