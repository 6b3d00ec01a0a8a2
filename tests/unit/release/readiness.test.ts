import { describe, expect, test } from 'vitest';
import type { State } from '@/lib/reading/workflow';
import { readinessRows, readinessSentence } from '@/lib/release/measure-readiness';
import { checklistOf } from '@/lib/release/release-checklist';
import type { Standing, UnfinishedReading } from '@/lib/status/standing';

const today = '2026-08-17';
const measure: Standing['measure'] = {
  number: 8,
  code: 'bus-08',
  title: 'Buses on time',
  requiredFrom: '2026-05-01',
  retiredOn: null,
  whyNoTarget: null,
  frequency: 'monthly',
  startMonth: 4,
  lagDays: 20,
  polarity: 'higher',
};
const here = ['2026-05-01', '2026-06-01'];
const onItsWay = (state: State, more: Partial<UnfinishedReading> = {}): UnfinishedReading => ({
  id: 5,
  periodStart: '2026-07-01',
  revision: 0,
  state,
  holds: true,
  ...more,
});
const standing = (more: Partial<Standing> = {}): Standing => ({ measure, open: [], here, ...more });

describe('where a measure stands', () => {
  test.each([
    ['due', standing(), 'July 2026 is due by 20 August 2026.', '/readings/bus-08/2026-07-01'],
    [
      'draft',
      standing({ open: [onItsWay('draft')] }),
      'July 2026 is begun, and not submitted yet.',
      '/readings/bus-08/2026-07-01',
    ],
    [
      'submitted',
      standing({ open: [onItsWay('submitted')] }),
      'July 2026 is submitted, and waits for the head of service.',
      '/reviews/5',
    ],
    [
      'returned',
      standing({ open: [onItsWay('returned')] }),
      'July 2026 was returned to its owner.',
      '/readings/bus-08/2026-07-01',
    ],
    [
      'approved',
      standing({ open: [onItsWay('approved')] }),
      'July 2026 is approved, and ready to be published.',
      '/reviews/5',
    ],
    [
      'published',
      standing({ here: [...here, '2026-07-01'] }),
      'July 2026 is published.',
      '/readings/bus-08/2026-07-01',
    ],
    [
      'overdue',
      standing({ here: ['2026-05-01'] }),
      'June 2026 was due by 20 July 2026, 28 days ago.',
      '/readings/bus-08/2026-06-01',
    ],
    [
      'not_due',
      standing({ here: [], measure: { ...measure, requiredFrom: '2026-08-01' } }),
      'Not due: the first figure is for August 2026, due by 20 September 2026.',
      '/readings/bus-08/2026-08-01',
    ],
  ] as const)('%s', (state, of, sentence, href) => {
    expect(readinessRows(of, today)[0]).toMatchObject({ state, sentence, href });
  });

  test('at a glance: 1 of 4 approved, 1 overdue, each period by itself; what is published or not due is not counted', () => {
    const all = [
      standing({ open: [onItsWay('approved')] }),
      standing(),
      standing({ here: ['2026-05-01'] }),
      standing({ here: [...here, '2026-07-01'] }),
    ].flatMap((of) => readinessRows(of, today));
    expect(readinessSentence(all, 1)).toBe('1 of 4 readings approved since edition 1; 1 overdue.');
    expect(readinessSentence(all.slice(0, 1), null)).toBe('1 of 1 reading approved; none overdue.');
    expect(readinessSentence(all.slice(4), 4)).toMatch(/^Nothing is on its way since edition 4/);
  });
});

describe('the checklist', () => {
  const ask = (more: Partial<Standing> = {}, facts: Partial<Parameters<typeof checklistOf>[0]> = {}) => {
    const { blockers, warnings } = checklistOf({
      slug: 'buses',
      asAt: today,
      lastEdition: 1,
      changed: true,
      standings: [{ ...standing(more), targets: [{ effectiveFrom: '2026-04-01' }] }],
      ...facts,
    });
    return { blockers: blockers.map(({ id }) => id), warnings: warnings.map(({ id }) => id) };
  };
  const clear = { blockers: [], warnings: [] };

  test('is clear where nothing is wrong, and a reading that is only due is nothing wrong', () => {
    expect(ask()).toEqual(clear);
    expect(ask({ open: [onItsWay('approved')] })).toEqual(clear);
  });

  test.each([
    ['an approval that no longer fits', { open: [onItsWay('approved', { holds: false })] }, {}, ['approval:5']],
    ['nothing new', {}, { changed: false }, ['nothing-changed']],
    ['a measure without target or reason', {}, { standings: [{ ...standing(), targets: [] }] }, ['target:bus-08']],
    [
      'a measure that counts people and that nobody has decided on',
      {},
      { standings: [{ ...standing(), targets: [{ effectiveFrom: '2026-04-01' }], undecided: true }] },
      ['small-counts:bus-08'],
    ],
    ['a service without measures', {}, { standings: [], lastEdition: null }, ['no-measures']],
  ])('%s blocks', (_, more, facts, blockers) => expect(ask(more, facts)).toEqual({ blockers, warnings: [] }));

  test('a target that begins later is none yet; a reason, or no polarity, needs none', () => {
    const later = { standings: [{ ...standing(), targets: [{ effectiveFrom: '2026-09-01' }] }] };
    expect(ask({}, later).blockers).toEqual(['target:bus-08']);
    for (const words of [{ whyNoTarget: 'it is new' }, { polarity: 'none' as const }])
      expect(ask({}, { standings: [{ ...standing({ measure: { ...measure, ...words } }), targets: [] }] })).toEqual(
        clear,
      );
  });

  test.each(['draft', 'submitted', 'returned'] as const)(
    'a %s reading of a period that has ended warns, once',
    (state) => {
      expect(ask({ open: [onItsWay(state)] })).toEqual({ blockers: [], warnings: ['open:bus-08:2026-07-01'] });
      // Even where it is overdue: it is warned of once, by where it stands.
      expect(ask({ here: ['2026-05-01'], open: [onItsWay(state, { periodStart: '2026-06-01' })] }).warnings).toEqual([
        'open:bus-08:2026-06-01',
      ]);
    },
  );

  test('an overdue period warns, each measure once; a draft of a period that still runs does not', () => {
    expect(ask({ here: [] }).warnings).toEqual(['overdue:bus-08:2026-05-01']);
    expect(ask({ open: [onItsWay('draft', { periodStart: '2026-08-01' })] })).toEqual(clear);
  });
});
