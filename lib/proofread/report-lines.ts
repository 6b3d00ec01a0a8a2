import { type Finding, isBlocking } from '@/lib/commentary/finding';
import { capital, numberOf } from '@/lib/text/number-in-words';
import type { Proofread, ProofreadRow } from './proofread';

/** What no terminal should obey: signs that move its cursor, change its colours, or turn the direction of writing. */
const commands = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** As much of a text as one line quotes. */
const longestQuote = 160;

/** A text as one harmless line. */
function plainLine(text: string, most = longestQuote): string {
  const line = text.replace(commands, ' ').replace(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

const rank = (finding: Finding): number => (isBlocking(finding) ? 0 : 1);

/** What was found in one row, as lines: what must be mended first. */
function rowLines({ text, title, when, findings, place }: ProofreadRow): string[] {
  const sorted = [...findings].sort((one, two) => rank(one) - rank(two));
  return [
    `${text.measure.number}  ${plainLine(title)}`,
    `   ${when} · ${plainLine(place.sheet)}, row ${place.row}`,
    ...sorted.flatMap(({ rule, quote, sentence, mend, instead }) => [
      `   ${rule}  ${quote === '' || sentence.includes(quote) ? '' : `“${plainLine(quote)}”  `}${plainLine(sentence, 400)}`,
      `       ${plainLine(mend, 400)}${instead === undefined ? '' : ` It could read “${plainLine(instead)}”.`}`,
    ]),
    '',
  ];
}

/** How many rows were read, and how much was found. */
export const countLine = ({ rows, blockers, warnings }: Proofread): string => {
  const clean = rows.filter(({ findings }) => findings.length === 0).length;
  return `${capital(numberOf(rows.length, 'row'))} read: ${numberOf(blockers, 'fault')} to mend before publication, ${numberOf(warnings, 'warning')} to look at, ${numberOf(clean, 'row')} with nothing to say.`;
};

/** A file that was read against itself, as lines for a terminal or a mail; ends with the counts. */
export function reportLines(proofread: Proofread): string[] {
  const { rows, assumed, notUnderstood } = proofread;
  const found = rows.filter(({ findings }) => findings.length > 0);
  return [
    ...found.flatMap(rowLines),
    ...(assumed.length > 0 ? ['Taken for granted:', ...assumed.map((line) => `   ${plainLine(line, 400)}`), ''] : []),
    ...(notUnderstood.length > 0
      ? ['Not understood:', ...notUnderstood.map((line) => `   ${plainLine(line, 400)}`), '']
      : []),
    countLine(proofread),
  ];
}
