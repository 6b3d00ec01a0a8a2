import { hiddenNumbersAt } from '@/db/facts/disclosure/hidden-numbers-of';
import type { ServiceHidden } from '@/db/facts/disclosure/service-hidden';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import { readingText } from '@/lib/commentary/checking/reading-as-text';
import { findingId } from '@/lib/commentary/finding';
import { hiddenNumberFindings } from '@/lib/commentary/language/hidden-number-check';
import type { ChecklistEntry } from '@/lib/release/release-checklist';

/**
 * What blocks an edition at a day in the notes that stand under its rows, and in no reading: a number that the public is not shown.
 * Source: docs/rules.md, Small counts of people.
 */
export function notesTakenIn(facts: MeasureWithFacts[], service: ServiceHidden, asAt: string): ChecklistEntry[] {
  return facts.flatMap((measure): ChecklistEntry[] => {
    const { code, number, notes, readings } = measure;
    const [latest] = readings;
    if (notes.length === 0 || !latest) return [];
    const { periodStart: start, revision } = latest;
    const hidden = hiddenNumbersAt(service, code, start);
    const written = { ...latest, comments: notes.join(' '), publicNote: null, actions: [] };
    const beside = { others: [], glossary: [], hidden, today: asAt };
    return hiddenNumberFindings(readingText(measure, { start, revision, written }, beside)).map((finding) => ({
      id: `notes:${code}:${findingId(finding)}`.slice(0, 200),
      sentence: `The notes of measure ${number} say “${finding.quote}”. ${finding.sentence} ${finding.mend}`,
      href: `/settings/measures/${code}/change`,
    }));
  });
}
