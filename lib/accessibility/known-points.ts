/** A test of the browser suite, by its file and a part of its title. */
type NamedTest = { file: string; title: string };

/** What readers can do on the public pages, each with the criterion of WCAG 2.2 (none where it goes beyond) and the test that shows it. */
export type AccessibilityPromise = { criterion: string | null; words: string; test: NamedTest };

const everyPage = 'tests/e2e/public/every-page.spec.ts';
const charts = 'tests/e2e/public/charts-seen.spec.ts';
const founding = 'tests/e2e/public/founding-scorecard.spec.ts';

export const accessibilityPromises: AccessibilityPromise[] = [
  {
    criterion: '1.4.10 Reflow',
    words: 'read on a screen 320 pixels wide, which is zooming in to 400%, without text running off the screen',
    test: { file: everyPage, title: 'axe finds nothing, and nothing runs off the screen' },
  },
  {
    criterion: '1.4.4 Resize text, 1.4.12 Text spacing',
    words: 'double the size of the text of a scorecard, or space it out, and lose nothing',
    test: { file: everyPage, title: 'text at 200% and with the spacing of WCAG 1.4.12 loses nothing' },
  },
  {
    criterion: '1.4.12 Text spacing',
    words: 'space out the text of charts and their tables, with nothing clipped or on top of something else',
    test: { file: charts, title: 'nothing of charts and table is clipped or overlaps' },
  },
  {
    criterion: '2.1.1 Keyboard',
    words: 'go from the front page to a measure by keyboard alone, through the search',
    test: {
      file: 'tests/e2e/public/search.spec.ts',
      title: 'by keyboard alone: from the ways at the head of the page to a measure',
    },
  },
  {
    criterion: '2.4.1 Bypass blocks',
    words: 'skip to the measures of a scorecard at the first stop of the keyboard, and open their reasons',
    test: { file: everyPage, title: 'by keyboard: the first stop skips to the measures, and the reasons open' },
  },
  {
    criterion: '1.4.1 Use of colour',
    words: 'read every colour as a word and a shape as well',
    test: { file: founding, title: 'the colour is said three ways: a word, a shape and a colour' },
  },
  {
    criterion: '1.1.1 Non-text content',
    words: 'read every figure that a chart draws in its table and in its file',
    test: {
      file: 'tests/e2e/public/measures.spec.ts',
      title: 'every figure that a chart draws is in its table and in its file',
    },
  },
  {
    criterion: '1.4.11 Non-text contrast',
    words: 'use colours of your own (forced colours), and see every line, point and word of the charts',
    test: { file: charts, title: 'ground every line, point and word of the charts can be seen' },
  },
  {
    criterion: null,
    words: 'read a scorecard without JavaScript',
    test: {
      file: founding,
      title: 'figure of the founding report is on the page, small counts hidden, without JavaScript',
    },
  },
  {
    criterion: null,
    words: 'print a scorecard with everything open',
    test: { file: everyPage, title: 'on paper: all is open, the header repeats' },
  },
];

/** Where the automatic checks run, for the sentence that says how the pages were tested. */
export const accessibilityChecks: NamedTest = { file: everyPage, title: 'axe finds nothing' };

/** What is not tested, or may be hard for some; nobody could show that it holds. */
export type AccessibilityPoint = { criterion: string; state: 'not tested' | 'may be hard'; words: string };

export const accessibilityPoints: AccessibilityPoint[] = [
  {
    criterion: '4.1.2 Name, role, value',
    state: 'not tested',
    words: 'no one has tried the pages with a screen reader, voice control or a screen magnifier',
  },
  {
    criterion: 'all',
    state: 'not tested',
    words: 'the pages have been tried in Chromium only, and not with disabled users',
  },
  {
    criterion: '1.1.1 Non-text content',
    state: 'may be hard',
    words:
      'the small trend drawing beside a measure has its figures in words; every figure is in a table on the measure’s own page',
  },
  {
    criterion: '1.3.1 Info and relationships',
    state: 'may be hard',
    words: 'on a narrow screen the table is shown as cards; browsers differ in how they announce its rows and columns',
  },
];
