import { historyFile } from '@/app/_staff/history-file';
import { database } from '@/db/connection/pool';
import { historyOfCouncil } from '@/db/queries/history/narrowed-history';

/** What happened to the council as a whole as a file. */
export async function GET(request: Request) {
  return historyFile(request, 'history-council', ({ who, question, most }) =>
    historyOfCouncil(database(), who, { question, most }),
  );
}
