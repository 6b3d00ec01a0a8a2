import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { withWritten } from '@/lib/commentary/checking/reading-as-text';
import { releaseTerms, releaseWords } from '@/lib/commentary/checking/release-words';
import { changedSentences, isUnwritten, typedFindings } from '@/lib/commentary/checking/typed-findings';
import { numberedWarnings, problemsOf, stillKept, weigh } from '@/lib/commentary/checking/weigh-findings';
import { type Finding, findingId, isBlocking } from '@/lib/commentary/finding';
import { blankContent } from '@/lib/reading/content';
import { contentOf, typedOf } from '@/lib/reading/content-entry';
import { keptInOrder, keptProblem, mostKept } from '@/lib/reading/kept-warnings';
import { keptIn, writtenText } from '@/lib/reading/reading-fields';
import { fosterText } from '../../support/commentary/foster-text';

const silence = { silenced: [] };
const plan = { text: 'Recruit more carers', owner: 'Head of Fostering', due: '2018-12-31' };
const red = { ...blankContent, numerator: '200', denominator: '267' };
const stray = {
  ...blankContent,
  numerator: '220',
  denominator: '267',
  comments: 'We placed 77 children with carers.',
};

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'W1',
  place: { field: 'comments' },
  quote: '77',
  at: 10,
  sentence: 'It is none.',
  mend: 'Mend it.',
  ...more,
});

describe('what somebody types', () => {
  test('200 of 267 is 74.9%, Red and worsening by the target and last year: judged again as it is typed', () => {
    expect(withWritten(fosterText(), red)).toMatchObject({ colour: 'red', direction: 'worsening' });
    expect(withWritten(fosterText({ notCompared: true }), red).direction).toBeNull();
    expect(withWritten(fosterText(), { ...red, numerator: '220' })).toMatchObject({ colour: 'green' });
  });

  test('an empty form has nothing to find, and a Red figure alone asks why and what is done', () => {
    const { measure } = fosterText();
    expect(typedFindings({ text: fosterText(), ...silence }, {}, measure)).toEqual([]);
    expect([{}, { numerator: '200', denominator: '267' }].map((typed) => isUnwritten(typed, measure))).toEqual([
      true,
      false,
    ]);
    const found = typedFindings({ text: fosterText(), ...silence }, { numerator: '200', denominator: '267' }, measure);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['B9']));
    expect(problemsOf(found, []).map(({ field }) => field)).toEqual(['comments', 'actionText1']);
  });

  test('a sentence that a changed figure made wrong is offered mended: 82% became 81%', () => {
    const { measure } = fosterText();
    const words = { ...blankContent, value: '82', comments: 'The share is 82% this month.' };
    const checks = { text: withWritten(fosterText(), words), ...silence };
    expect(changedSentences(checks, typedOf(words), measure)).toEqual([]);
    expect(changedSentences(checks, typedOf({ ...words, value: '81' }), measure)).toMatchObject([
      { quote: 'The share is 82% this month', instead: 'The share is 81% this month' },
    ]);
  });

  test('is found after a save by the same code as while it is typed', () => {
    const { measure } = fosterText();
    const saved = checkReading(withWritten(fosterText(), stray), silence);
    expect(saved.map(findingId)).toContain('W1:comments::77');
    expect(typedFindings({ text: fosterText(), ...silence }, typedOf(stray), measure)).toEqual(saved);
  });
});

describe('findings', () => {
  test('what blocks is never kept, whatever reason is given', () => {
    const findings = checkReading(withWritten(fosterText(), { ...red, actions: [plan] }), silence);
    const kept = findings.map((each) => ({ finding: findingId(each), reason: 'Because.' }));
    expect(weigh(findings, keptInOrder(kept)).blockers).not.toEqual([]);
    expect(problemsOf(findings, kept).length).toBe(findings.filter(isBlocking).length);
  });

  test('a warning asks at the field that the form numbers it with, until it has a reason', () => {
    const [one, other] = [finding(), finding({ rule: 'W2', quote: 'May 2018' })];
    expect(numberedWarnings([one, other, one]).map(({ n, id }) => [n, id])).toEqual([
      [1, 'W1:comments::77'],
      [2, 'W2:comments::May 2018'],
    ]);
    expect(problemsOf([one, other], [])).toMatchObject([{ field: 'keptReason1' }, { field: 'keptReason2' }]);
    const kept = [{ finding: findingId(one), reason: 'Counted by hand.' }];
    expect(problemsOf([one, other], kept)).toMatchObject([{ field: 'keptReason2' }]);
    expect(weigh([one, other], kept).kept).toMatchObject([{ quote: '77', reason: 'Counted by hand.' }]);
    expect(stillKept([...kept, { finding: 'W9:comments::Ada', reason: 'Old.' }], [one])).toEqual(kept);
  });

  test('what is silenced is not shown, and what blocks is shown in spite of it', () => {
    const text = withWritten(fosterText(), { ...red, comments: stray.comments });
    const rules = (silenced: ('W1' | 'B9')[]) => checkReading(text, { silenced }).map(({ rule }) => rule);
    expect(rules([])).toContain('W1');
    expect(rules(['W1', 'B9'])).not.toContain('W1');
    expect(rules(['W1', 'B9'])).toContain('B9');
  });
});

const names = fc.constantFrom('W1:comments::77', 'W3:actionDue:0:', 'B9:comments::', 'W4:comments::a\nb', 'nonsense');
const kept = fc.array(fc.record({ finding: names, reason: fc.constantFrom('', ' ', 'Yes.', 'It is so.\nTruly.') }));

test('kept warnings go through the form and come back the same, whatever was entered', () => {
  fc.assert(
    fc.property(kept, (entered) => {
      const once = keptInOrder(entered);
      expect(keptInOrder(once)).toEqual(once);
      expect(once.every(({ finding: name, reason }) => name.startsWith('W') && reason !== '')).toBe(true);
      const content = once.length > 0 ? { ...stray, kept: once } : stray;
      const typed = typedOf(content);
      // As a browser sends it.
      const sent = Object.fromEntries(
        Object.entries(typed).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
      );
      expect(contentOf(sent, fosterText().measure).content.kept ?? []).toEqual(once);
      expect(writtenText(sent)).toBe(writtenText(typed));
    }),
  );
});

test('a tick keeps a warning for the reason of last period, and a reason of its own counts before it', () => {
  const fields = { keptFinding1: 'W1:comments::77', keptAgain1: 'As in June.' };
  expect(keptIn(fields)).toEqual([{ finding: 'W1:comments::77', reason: 'As in June.' }]);
  expect(keptIn({ ...fields, keptReason1: 'Counted anew.' })).toMatchObject([{ reason: 'Counted anew.' }]);
  expect(writtenText({ keptFinding1: 'W1:comments::77' })).toBe(writtenText({}));
});

test('more warnings than fit, and reasons that are too long, are refused in a sentence', () => {
  const many = Array.from({ length: mostKept + 1 }, (_, n) => ({ finding: `W1:comments::${n}`, reason: 'Yes.' }));
  expect(keptProblem(many)).toMatch(/21 warnings .* at most 20/);
  expect(keptProblem([{ finding: 'W1:comments::7', reason: 'a'.repeat(501) }])).toMatch(/1 characters too long/);
});

describe('a publication', () => {
  const dated = {
    ...red,
    comments: 'Several foster families retired this summer.',
    actions: [{ ...plan, due: '2018-08-10' }],
  };
  const reading = (approved: string, released: string, words = dated) => ({
    id: 7,
    name: 'July 2018 for measure 2',
    kept: [],
    approved: withWritten(fosterText({ today: approved }), words),
    released: withWritten(fosterText({ today: released }), words),
  });

  test('judges dates by the day of the approval: one that has passed since then warns and does not block', () => {
    expect(releaseWords([reading('2018-08-09', '2018-08-09')], silence)).toEqual({ blockers: [], warnings: [] });
    const later = releaseWords([reading('2018-08-09', '2018-08-17')], silence);
    expect(later.blockers).toEqual([]);
    expect(later.warnings).toMatchObject([{ href: '/reviews/7', id: expect.stringMatching(/^words:7:W3/) }]);
    expect(releaseWords([reading('2018-08-17', '2018-08-17')], silence).blockers.length).toBe(1);
  });

  test('does not ask again for what was kept', () => {
    const own = reading('2018-08-09', '2018-08-09', { ...stray, actions: [] } as typeof dated);
    expect(releaseWords([own], silence).warnings.length).toBe(1);
    const answered = { ...own, kept: [{ finding: 'W1:comments::77', reason: 'Counted by hand.' }] };
    expect(releaseWords([answered], silence).warnings).toEqual([]);
  });

  test('refuses an abbreviation that means one thing in one row and another in the next', () => {
    const row = { definition: '', comments: null, actions: [] };
    const rows = [
      { ...row, number: 1, code: 'a-01', title: 'Cases per full-time equivalent (FTE)' },
      { ...row, number: 2, code: 'a-02', title: 'First time entrants (FTE)' },
    ];
    expect(releaseTerms(rows, [])).toMatchObject([{ href: '/history/measures/a-02' }]);
    expect(releaseTerms(rows.slice(0, 1), [])).toEqual([]);
  });
});
