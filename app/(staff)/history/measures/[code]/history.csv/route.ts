import { historyFile } from '@/app/_staff/history-file';
import { database } from '@/db/connection/pool';
import { historyOfMeasure } from '@/db/queries/history/narrowed-history';

/** What happened to a measure and its readings as a file. */
export async function GET(request: Request, { params }: RouteContext<'/history/measures/[code]/history.csv'>) {
  const { code } = await params;
  return historyFile(request, `history-${code}`, ({ who, today, ...wanted }) =>
    historyOfMeasure(database(), who, code, today, wanted),
  );
}
