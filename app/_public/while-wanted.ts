import { AskerGone, asker } from '@/app/_server/waits/asker';

type Make<Made> = (unlessAllGone: () => void) => Promise<Made>;

/**
 * What is made once for all who ask for the same by its name, given up between two pieces of its work where all of them have gone:
 * `unlessAllGone` throws AskerGone then. Who comes in that moment has it made anew.
 */
export function whileWanted<Made>(): (name: string, make: Make<Made>) => Promise<Made> {
  const waiting = new Map<string, Set<() => boolean>>();
  const made = async (name: string, make: Make<Made>): Promise<Made> => {
    const hasGone = asker();
    const own = () => hasGone();
    const askers = waiting.get(name) ?? new Set();
    waiting.set(name, askers.add(own));
    const unlessAllGone = () => {
      if ([...askers].every((each) => each())) throw new AskerGone('all who asked have gone');
    };
    try {
      return await make(unlessAllGone);
    } catch (error) {
      if (!(error instanceof AskerGone) || hasGone()) throw error;
    } finally {
      askers.delete(own);
      if (askers.size === 0) waiting.delete(name);
    }
    return made(name, make);
  };
  return made;
}
