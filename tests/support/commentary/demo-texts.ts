import type { DemoMeasure } from '@/db/demo/demo-measure';
import { demoGlossary } from '@/db/demo/glossary';
import type { DemoService } from '@/db/demo/services';
import { readingText } from '@/lib/commentary/checking/reading-as-text';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { blankContent, type Content } from '@/lib/reading/content';
import { type MeasureRecord, unwritten } from '@/lib/series/measure-record';

/** A measure of the demonstration as the record has it once it is seeded. */
function demoRecord(demo: DemoMeasure): MeasureRecord {
  const { history, latest, target, targetFrom, targetDecision, outturn, earlier, from, ...facts } = demo;
  const signed = { state: 'approved', approvedOn: '2018-08-01' };
  const past = history.map(({ start, value }) => ({ ...unwritten(start), ...signed, value, illustrative: true }));
  const own = latest ? [{ ...unwritten(latest.start), ...signed, ...latest }] : [];
  const readings = [...past, ...own].toReversed();
  const requiredFrom = from ?? history[0]?.start ?? latest?.start ?? '';
  return {
    ...facts,
    startMonth: facts.startMonth ?? 4,
    since: facts.since ?? null,
    numeratorLabel: facts.numeratorLabel ?? null,
    denominatorLabel: facts.denominatorLabel ?? null,
    compareAs: 'shown',
    noChangeBand: null,
    outsideHundred: false,
    requiredFrom,
    retiredOn: null,
    whyNoTarget: facts.whyNoTarget ?? null,
    whyNoOutturn: facts.whyNoOutturn ?? null,
    notes: facts.notes ?? [],
    readings,
    periodsHere: readings.map(({ periodStart }) => periodStart).toReversed(),
    targets: target
      ? [{ id: 1, effectiveFrom: targetFrom ?? requiredFrom, target, decision: targetDecision ?? null }]
      : [],
    outturns: outturn ? [outturn] : [],
    source: null,
    ownerRole: null,
    wordings: [],
    breaks: facts.breaks ?? [],
    rebases: facts.rebases ?? [],
    benchmarks: facts.benchmarks ?? [],
  };
}

/** Each latest reading of a service of the demonstration, with all that the checks of its words know on a day. */
export function demoTexts(service: DemoService, today: string): { text: ReadingText; content: Content }[] {
  const spoken = service.measures.flatMap(({ code, number, title, latest }) =>
    latest ? [{ code, number, title, comments: latest.comments }] : [],
  );
  return service.measures.flatMap((demo) => {
    if (!demo.latest) return [];
    const content: Content = { ...blankContent, ...demo.latest };
    const reading = { start: demo.latest.start, revision: 0, written: content };
    const beside = { others: spoken, glossary: demoGlossary, hidden: [], today };
    return [{ text: readingText(demoRecord(demo), reading, beside), content }];
  });
}
