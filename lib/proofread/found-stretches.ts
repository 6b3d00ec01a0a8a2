import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';

/** A stretch of a text, and whether something was found in it. */
export type Stretch = { words: string; found: boolean };

/** One of a reading's texts, cut where something was found. */
export type MarkedText = { called: string; stretches: Stretch[] };

/** A text cut at the quotes of what was found in it; quotes that overlap are one stretch. */
export function markedWords(text: string, findings: Pick<Finding, 'at' | 'quote'>[]): Stretch[] {
  const spans = findings
    .filter(({ quote }) => quote !== '')
    .map(({ at, quote }) => ({ from: at, until: Math.min(text.length, at + quote.length) }))
    .sort((one, two) => one.from - two.from);
  const stretches: Stretch[] = [];
  let end = 0;
  const add = (from: number, until: number, found: boolean) => {
    if (until > from) stretches.push({ words: text.slice(from, until), found });
  };
  for (const [index, { from, until }] of spans.entries()) {
    const start = Math.max(from, end);
    if (until <= start) continue;
    add(end, start, false);
    const before = stretches.at(-1);
    if (index > 0 && before?.found && start === end) before.words += text.slice(start, until);
    else add(start, until, true);
    end = until;
  }
  add(end, text.length, false);
  return stretches;
}

/** The texts of a reading that people wrote, each cut where something was found. */
export function markedTexts({ comments, actions }: ReadingText, findings: Finding[]): MarkedText[] {
  const inComments = findings.filter(({ place }) => place.field === 'comments');
  const inAction = (action: number) =>
    findings.filter(({ place }) => place.field === 'actionText' && place.action === action);
  return [
    ...(comments === null ? [] : [{ called: 'Comments', stretches: markedWords(comments, inComments) }]),
    ...actions.map(({ text }, action) => ({
      called: actions.length === 1 ? 'Action' : `Action ${action + 1}`,
      stretches: markedWords(text, inAction(action)),
    })),
  ];
}
