import { createElement } from 'react';
import { markup, sendPage } from '@/app/_public/markup';
import { send } from '@/app/_public/published-answer';
import { rendered } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { WithdrawnPage } from '@/components/edition/withdrawn-page';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { publicDatabase } from '@/db/connection/pool';
import { correctedSince } from '@/db/queries/published/editions';
import { type InForce, rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import { scorecardAt, type View } from '@/lib/edition/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';

type Asked = {
  /** The day that the data status is worked out for. */
  date: string;
  view: View;
  /** The page's own path. */
  address: string;
  /** Whether the page is that of a day in the past, or of an edition by its number. */
  by: 'day' | 'number';
};

/** Answers with an edition as it reads on a day, rendered once; or with why it is not shown any more. */
export async function edition(request: Request, found: InForce, asked: Asked): Promise<Response> {
  const { id, head, council, latest, withdrawal } = found;
  const { date, view, address, by } = asked;
  const site = siteOf(council);
  if (withdrawal) {
    const page = createElement(WithdrawnPage, { site, head, withdrawal });
    return sendPage(request, page);
  }
  const present = today();
  const dependsOn = JSON.stringify([process.env.CANDOUR_BUILD, site, address, date, view, latest?.number]);
  const render = async () => {
    const card = scorecardAt(head, await rowsOf(publicDatabase(), id), date, view);
    const corrected = latest && latest.number > head.number ? await correctedSince(publicDatabase(), id) : [];
    const retired = await departuresOf(publicDatabase(), head.service.slug, endOfLondonDay(date));
    const hasRetired = retired.some((departure) => departure.edition <= head.number);
    return markup(createElement(ScorecardPage, { site, scorecard: card, address, latest, corrected, hasRetired }));
  };
  return send(
    request,
    await rendered({
      editionId: id,
      edition: head.sha256,
      dependsOn,
      date,
      keep: by === 'day' && date === present,
      render,
    }),
  );
}
