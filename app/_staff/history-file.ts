import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { log } from '@/app/_server/log';
import { signedIn, signInAddress, todayHere } from '@/app/_staff/session';
import { unreachable } from '@/db/connection/unreachable';
import type { NarrowedHistory } from '@/db/queries/history/narrowed-history';
import type { Person } from '@/lib/people/person';
import { historyCsv } from '@/lib/record/history-csv';
import { type HistoryQuestion, historyQuestion } from '@/lib/record/history-question';
import { livedHistory } from './lived-history';
import { moved } from './moved';

/** As many events as one file holds. */
const mostInFile = 10_000;

type Asking = { who: Person; today: string; question: HistoryQuestion; most: number };

/** A history as a file for whoever may read it; everybody else finds nothing there. */
export async function historyFile(
  request: Request,
  name: string,
  ask: (asking: Asking) => Promise<NarrowedHistory | null>,
): Promise<Response> {
  try {
    const who = await signedIn();
    const address = new URL(request.url);
    if (!who) return answer(307, '', { Location: signInAddress(address.pathname + address.search) });
    const { question } = historyQuestion(Object.fromEntries(address.searchParams));
    const history = await ask({ who, today: await todayHere(), question, most: mostInFile });
    const elsewhere = history ? null : await moved(address.pathname + address.search);
    if (elsewhere) return answer(308, '', { Location: elsewhere });
    if (!history) return answer(404, 'There is no such history for you here.');
    return answer(200, historyCsv(livedHistory(history).lines), {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    });
  } catch (error) {
    if (!unreachable(error)) throw error;
    log.warn({ error }, 'a history could not be made a file');
    return answer(503, 'The record cannot be reached just now. Try again in a minute.');
  }
}

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': forOneReader, ...headers },
  });
