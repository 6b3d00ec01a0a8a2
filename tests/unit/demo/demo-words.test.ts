import { describe, expect, test } from 'vitest';
import { demoGlossary } from '@/db/demo/glossary';
import { demoServices } from '@/db/demo/services';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { weigh } from '@/lib/commentary/checking/weigh-findings';
import { findingId } from '@/lib/commentary/finding';
import { pageTermFindings } from '@/lib/commentary/language/page-terms';
import { demoTexts } from '../../support/commentary/demo-texts';

const today = '2018-08-17';

describe.each(demoServices)('the words of $name', (service) => {
  const readings = demoTexts(service, today).map(({ text, content }) => ({
    code: text.measure.code,
    kept: content.kept ?? [],
    findings: checkReading(text, { silenced: [] }),
  }));

  test('are all read, and nothing in them must be mended', () => {
    expect(readings.length).toBeGreaterThan(10);
    const blockers = readings.flatMap(({ code, findings }) =>
      weigh(findings, []).blockers.map(({ rule, sentence }) => `${code} ${rule} ${sentence}`),
    );
    expect(blockers).toEqual([]);
  });

  test('keep every warning with its reason, and none that nobody finds', () => {
    for (const { code, findings, kept } of readings) {
      const open = weigh(findings, kept).open.map(({ sentence }) => `${code} ${sentence}`);
      expect(open).toEqual([]);
      const found = new Set(findings.map(findingId));
      expect(kept.filter(({ finding }) => !found.has(finding)).map(({ finding }) => `${code} ${finding}`)).toEqual([]);
    }
  });

  test('have no action without a date, and no abbreviation with two meanings', () => {
    const actions = service.measures.flatMap(({ latest }) => latest?.actions ?? []);
    expect(actions.filter(({ due }) => due === null)).toEqual([]);
    const rows = service.measures.map((measure) => ({
      ...measure,
      comments: measure.latest?.comments ?? null,
      actions: measure.latest?.actions ?? [],
    }));
    expect(pageTermFindings(rows, demoGlossary)).toEqual([]);
  });
});
