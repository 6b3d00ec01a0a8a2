import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import { type Details, text } from './detail-words';

/** '12 figures of 4 measures, published in the annual report of 13 June 2018' */
function figures({ figures: count, measures, where, on }: Details): string {
  const many = (number: unknown, noun: string) => `${text(number) ?? 'some'} ${noun}${number === 1 ? '' : 's'}`;
  const day = text(on);
  const place = `published in ${text(where) ?? 'another place'}${day ? ` of ${formatDate(day)}` : ''}`;
  return `${many(count, 'figure')} of ${many(measures, 'measure')}, ${place}`;
}

/** 'June 2018 of measure 3 from 80% to 81%: two cases were counted twice' */
const corrected = ({ measure, period, was, now, note }: Details): string =>
  `${text(period) ?? 'a period'} of measure ${text(measure) ?? ''} from ${text(was) ?? 'a figure'} to ${text(now) ?? 'another one'}: ${withoutEnd(text(note) ?? 'no reason')}`;

/** What each kind of event about figures that were published elsewhere says after the name of who did it. */
export const elsewherePredicates = {
  history_laid: (details: Details) =>
    `brought in ${figures(details)}${text(details.file) ? `, from the file ${text(details.file)}` : ''}: they wait for the head of service`,
  history_confirmed: (details: Details) => `confirmed ${figures(details)}, as history from before the first edition`,
  history_discarded: (details: Details) =>
    `threw away ${figures(details)}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  history_correction_laid: (details: Details) =>
    `wrote a correction of the figure published elsewhere for ${corrected(details)}; it waits for the head of service`,
  history_corrected: (details: Details) => `corrected the figure published elsewhere for ${corrected(details)}`,
  history_correction_ended: (details: Details) =>
    `left the figure published elsewhere for ${text(details.period) ?? 'a period'} of measure ${text(details.measure) ?? ''} as it was: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
};
