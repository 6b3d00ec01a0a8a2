import { LRUCache } from 'lru-cache';
import type { ReactElement } from 'react';
import { contentOf } from '@/app/_public/answer';
import { leased } from '@/app/_public/leased';
import { markup } from '@/app/_public/markup';
import { publicAnswer, type Question } from '@/app/_public/public-page';
import { madeOnce } from '@/app/_public/rendered';
import { notSetUpYet } from '@/app/_public/sentence';
import { siteOf } from '@/app/_public/site';
import type { Site } from '@/components/frame/public-document';
import { publicDatabase } from '@/db/connection/pool';
import { type CouncilState, councilState } from '@/db/queries/published/council-state';
import { type EditionRows, rowsOfEditions, type StandingEdition } from '@/db/queries/published/standing-editions';
import { type CouncilView, councilOf, type ServiceView, serviceView } from '@/lib/scorecard/council-view';
import { endOfLondonDay } from '@/lib/time/instant';

type CouncilQuestion = Question & Omit<CouncilState, 'editions'> & { site: Site };
type CouncilAnswer = {
  /** What the page follows from beside the editions in force, the site and the day. */
  dependsOn: unknown[];
  page: (view: CouncilView, editions: StandingEdition[]) => ReactElement | Promise<ReactElement>;
};

/** The route handler of a page over all services, which is made once for the editions in force on a day. */
export const councilPage = (find: (question: CouncilQuestion) => CouncilAnswer | Promise<CouncilAnswer>) =>
  publicAnswer(async (question) => {
    const { today, path } = question;
    const state = await stateOn(today);
    if (!state) return notSetUpYet(path);
    const site = siteOf(state.council);
    const { dependsOn, page } = await find({ ...question, ...state, site });
    return madeOnce([...dependsOn, site, today, state.editions], async () => {
      const view = councilOf(await viewsOf(state.editions, today), today);
      return contentOf(Buffer.from(await markup(await page(view, state.editions)), 'utf8'));
    });
  });

/** The council, its editions in force and the next meetings on a day, as the record had them at most a lease ago. */
const stateOn = leased((day: string) => councilState(publicDatabase(), endOfLondonDay(day), day));

type Held = EditionRows & { day: string; view: ServiceView };
/** What editions came to on a day. They never change: each is read once, and only what depends on the day is worked out again. */
const known = new LRUCache<string, Held>({
  maxSize: 6 * 2 ** 20,
  sizeCalculation: ({ view }) => JSON.stringify(view).length + 100,
});

async function viewsOf(editions: StandingEdition[], day: string): Promise<ServiceView[]> {
  const name = ({ id, head, before }: StandingEdition) => JSON.stringify([id, head.sha256, before]);
  const unread = editions.filter((edition) => !known.peek(name(edition)));
  const read = new Map<string, EditionRows>();
  for (const [index, rows] of (await rowsOfEditions(publicDatabase(), unread)).entries())
    read.set(name(unread[index] as StandingEdition), rows);
  return editions.map((edition) => {
    const [held, { head, contact }] = [known.get(name(edition)), edition];
    const rows = held ?? read.get(name(edition)) ?? { rows: [], before: new Map() };
    const view = held?.day === day ? held.view : serviceView({ head, contact, ...rows }, day);
    if (held?.view !== view) known.set(name(edition), { rows: rows.rows, before: rows.before, day, view });
    // Whom to ask, and at which address, is of the present.
    return { ...view, head, contact: contact ?? null };
  });
}
