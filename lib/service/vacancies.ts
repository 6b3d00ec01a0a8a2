import { listed } from '@/lib/text/number-in-words';

type Posts = {
  hasHead: boolean;
  /** The measures that ask for figures, each with whether somebody owns it. */
  measures: { number: number; isOwned: boolean }[];
};

/** What cannot be done in a service while its posts are empty, a sentence each; none where somebody has each of them. */
export function vacancySentences({ hasHead, measures }: Posts): string[] {
  const numbers = measures.filter(({ isOwned }) => !isOwned).map(({ number }) => String(number));
  const one = numbers.length === 1;
  return [
    !hasHead && 'This service has no head, so nothing can be approved until an administrator names one.',
    numbers.length > 0 &&
      `${one ? 'Measure' : 'Measures'} ${listed(numbers)} ${one ? 'has' : 'have'} no owner, so nobody can enter ${one ? 'its' : 'their'} figures until an administrator names one.`,
  ].filter((sentence) => typeof sentence === 'string');
}

/** Whether a measure still asks for an owner on a day: one that is retired by then does not. */
export const wantsOwner = ({ retiredOn }: { retiredOn: string | null }, today: string): boolean =>
  retiredOn === null || retiredOn >= today;
