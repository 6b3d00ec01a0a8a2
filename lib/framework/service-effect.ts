import { contactWords } from '@/lib/form/contact-fields';
import type { Effect } from './effect';
import { releaseWords, type ServiceWords } from './service-entry';

/** What a new service would be, before it is added. */
export function newServiceEffect(words: ServiceWords, others: string[]): Effect {
  return {
    sentences: [
      `Its address is /scorecards/${words.slug}.`,
      placeSentence(words, others),
      'The public sees it with its first edition. Until then nothing of it is shown.',
      `Its editions are published ${releaseWords(words)}.`,
      ...(words.contact ? [`Questions about its figures go to ${contactWords(words.contact)}.`] : []),
      'It has no head yet: an administrator names one, who approves its figures.',
    ],
  };
}

type Facts = {
  /** The names of the other services in their order. */
  others: string[];
  /** The number of the edition in force; null while nothing is published. */
  edition: number | null;
  /** How many readings are approved and not published. */
  approved: number;
};

/** What a change of a service would do; no sentence where nothing would change. */
export function serviceEffect(before: ServiceWords, after: ServiceWords, facts: Facts): Effect {
  const kept = facts.edition === null ? '' : ` Edition ${facts.edition} and those before it stay as they are.`;
  const sentences: string[] = [];
  if (after.name !== before.name)
    sentences.push(
      `The next edition is headed “${after.name}” instead of “${before.name}”.${kept} The release calendar and the committees’ pages have the new name at once.`,
    );
  if (after.slug !== before.slug)
    sentences.push(
      `/scorecards/${before.slug} will lead to /scorecards/${after.slug}, at once and for ever.`,
      'So will the addresses of its dates, editions, corrections and feed. No other service can take the old address.',
    );
  if (after.notice !== before.notice)
    sentences.push(
      after.notice
        ? `The next edition has the notice “${after.notice}”${before.notice ? ' in place of the present one' : ''}.${kept}`
        : `The next edition has no notice any more.${kept}`,
    );
  if (after.place !== before.place) sentences.push(placeSentence(after, facts.others));
  const isRolling = after.release === 'rolling';
  if (after.release !== before.release || after.quarantineHours !== before.quarantineHours)
    sentences.push(
      `From now on its editions are published ${releaseWords(after)}.${isRolling ? waiting(facts.approved) : ''}`,
    );
  const contact = contactWords(after.contact);
  if (contact !== contactWords(before.contact))
    sentences.push(
      contact
        ? `At once its pages say, those of earlier editions included: Questions about these figures: ${contact}.`
        : 'At once its pages name the contact of the council, and no contact of the service any more.',
    );
  return { sentences };
}

const placeSentence = ({ name, place }: ServiceWords, others: string[]): string => {
  const before = others[place - 2];
  const where = before === undefined ? 'first' : `after ${before}`;
  return others.length === 0 ? `${name} is the only service.` : `On the first page it stands ${where}, at once.`;
};

const waiting = (approved: number): string =>
  approved === 0
    ? ' Nothing waits for that now.'
    : ` ${approved === 1 ? '1 approved reading waits' : `${approved} approved readings wait`} for it now, and would be published so.`;
