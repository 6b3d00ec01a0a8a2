import { today } from '@/app/_server/clock';
import { whenPublished } from '@/app/_server/lease';
import { endOfLondonDay } from '@/lib/time/instant';
import { measuresInForce } from './measures-in-force';

/** How often it is looked for what another process published, and for a new day; milliseconds. */
const often = 60_000;

/**
 * Makes the search's index at the start, after each publication and with each day, so that the first who asks need not wait; answers
 * how to end that.
 */
export function keepSearchReady(): () => void {
  const look = () => {
    const day = today();
    // While the record is away nobody can search, and whoever asks then says so.
    void measuresInForce(endOfLondonDay(day), day).catch(() => {});
  };
  whenPublished(look);
  const again = setInterval(look, often).unref();
  look();
  return () => {
    clearInterval(again);
    whenPublished(() => {});
  };
}
