import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import { type Details, text } from './step-words';

/** '12 figures of 4 measures, published in the annual report of 13 June 2018' */
function figures({ figures: count, measures, where, on }: Details): string {
  const many = (number: unknown, noun: string) => `${text(number) ?? 'some'} ${noun}${number === 1 ? '' : 's'}`;
  const day = text(on);
  const place = `published in ${text(where) ?? 'another place'}${day ? ` of ${formatDate(day)}` : ''}`;
  return `${many(count, 'figure')} of ${many(measures, 'measure')}, ${place}`;
}

/** What each kind of event about figures that were published elsewhere says after the name of who did it. */
export const historyPredicates = {
  history_laid: (details: Details) =>
    `brought in ${figures(details)}${text(details.file) ? `, from the file ${text(details.file)}` : ''}: they wait for the head of service`,
  history_confirmed: (details: Details) => `confirmed ${figures(details)}, as history from before the first edition`,
  history_discarded: (details: Details) =>
    `threw away ${figures(details)}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
};
