import { describe, expect, test } from 'vitest';
import { staleSentence } from '@/lib/reading/stale';

const last = { name: 'Hana Malik', at: '2018-08-10T09:05:00Z' };
const changed = (what: string) => ({ what, before: 'one', after: 'other' });

describe('a reading that somebody has changed since it was seen', () => {
  test('says who changed what and when, and both versions', () => {
    expect(
      staleSentence({ seenVersion: 2, version: 4, last, differences: [changed('figure'), changed('comments')] }),
    ).toBe(
      'Hana Malik changed the figure and the comments at 10:05 on 10 August 2018; you saw version 2, it is now version 4.',
    );
  });

  test('says that it was written where nothing was saved before', () => {
    expect(staleSentence({ seenVersion: null, version: 1, last, differences: [] })).toBe(
      'Hana Malik wrote this reading at 10:05 on 10 August 2018; you opened it before anything was saved, it is now version 1.',
    );
  });

  test('names nobody and nothing that is not known', () => {
    expect(staleSentence({ seenVersion: 1, version: 2, last: null, differences: [] })).toBe(
      'Somebody changed this reading; you saw version 1, it is now version 2.',
    );
  });
});
