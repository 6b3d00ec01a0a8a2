import { isRed, judgedCount } from '@/lib/target/judged-status';
import { type Judged, type Summary, summaryAt } from './scorecard';

/** The counts in one breath: "20 measures: 12 Green, 5 Red, 3 without colour; 1 of them judged (by the rule 11 Green, 6 Red)." */
export function countSentence({ total, green, amber, red, none, judged }: Summary): string {
  const parts = [
    green && `${green} Green`,
    amber && `${amber} Amber`,
    red && `${red} Red`,
    none && `${none} without colour`,
  ].filter(Boolean);
  const measures = `${total} ${total === 1 ? 'measure' : 'measures'}`;
  return parts.length === 0 ? `${measures}.` : `${measures}: ${parts.join(', ')}${judgedCount(judged)}.`;
}

/** The counts of an edition on a day, and which of its measures are Red, by the rule or as judged: '… Red: Fostering; Adoption.' */
export function editionResults(rows: (Judged & { title: string })[], date: string): string {
  const red = rows.filter(({ rag }) => isRed(rag)).map(({ title }) => title);
  return [countSentence(summaryAt(rows, date)), red.length > 0 && `Red: ${red.join('; ')}.`].filter(Boolean).join(' ');
}
