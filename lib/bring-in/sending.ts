import { workbookLimits } from '@/lib/workbook/workbook-limits';

/**
 * How many bytes a file may have; what stands before the application (scripts/server/front.mjs) lets a little more through, for
 * the form round it.
 */
export const mostFileBytes = workbookLimits.fileBytes;
const most = `${mostFileBytes / 1_048_576} MB`;

/** Why a file that was sent did not come in, each with how to mend it. */
const sendingTroubles = {
  none: 'Choose a file first: press the field, and find your workbook.',
  empty: 'This file is empty. Save it once more in its own program, and choose it again.',
  large: `This file has more than ${most}. Save it without pictures, or send its sheets one by one.`,
  own: 'Another file of yours is still on its way. Wait until it is here, and send this one again.',
  busy: 'Several files are on their way just now. Send yours again in a minute.',
  away: 'The record cannot be reached at this moment, so nothing was brought in. Send the file again in a minute.',
} as const;
export type SendingTrouble = keyof typeof sendingTroubles;

/** The sentence for the trouble that an address names, or null. */
export function sendingTrouble(name: unknown): string | null {
  return typeof name === 'string' && Object.hasOwn(sendingTroubles, name)
    ? sendingTroubles[name as SendingTrouble]
    : null;
}

/** How a text that was pasted is called: a table where its lines have columns, else a report. */
export function pastedName(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const columns = (sign: string) => lines.slice(0, 2).map((line) => line.split(sign).length);
  const isTable = ['\t', ';', ','].some((sign) => {
    const [first = 1, second = first] = columns(sign);
    return first > 1 && first === second;
  });
  return isTable ? 'Pasted table.csv' : 'Pasted report.txt';
}
