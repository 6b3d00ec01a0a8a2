/** A known point of the public pages: a criterion of WCAG 2.2, what is so, and the test that shows it; null where none could. */
export type AccessibilityPoint = {
  criterion: string;
  state: 'holds' | 'not tested' | 'may be hard';
  words: string;
  test: { file: string; title: string } | null;
};

/** What is known of the accessibility of the public pages; the statement tells this list and nothing beside it. */
export const accessibilityPoints: AccessibilityPoint[] = [
  {
    criterion: '2.1.1 Keyboard',
    state: 'holds',
    words: 'from the front page to a measure by keyboard alone, through the search',
    test: {
      file: 'tests/e2e/search.spec.ts',
      title: 'by keyboard alone: from the second stop of the page to a measure',
    },
  },
  {
    criterion: '4.1.2 Name, role, value',
    state: 'not tested',
    words: 'no one has tried the pages with a screen reader, voice control or a screen magnifier',
    test: null,
  },
  {
    criterion: 'all',
    state: 'not tested',
    words: 'the pages have been tried in Chromium only, and not with disabled users',
    test: null,
  },
  {
    criterion: '1.1.1 Non-text content',
    state: 'may be hard',
    words:
      'the small trend drawing beside a measure has its figures in words; every figure is in a table on the measure’s own page',
    test: null,
  },
  {
    criterion: '1.3.1 Info and relationships',
    state: 'may be hard',
    words: 'on a narrow screen the table is shown as cards; browsers differ in how they announce its rows and columns',
    test: null,
  },
];
