import { historyFile } from '@/app/_staff/history-file';
import { database } from '@/db/connection/pool';
import { historyOfService } from '@/db/queries/history/narrowed-history';

/** What happened in a service as a file. */
export async function GET(request: Request, { params }: RouteContext<'/history/services/[slug]/history.csv'>) {
  const { slug } = await params;
  return historyFile(request, `history-${slug}`, ({ who, today, ...wanted }) =>
    historyOfService(database(), who, slug, today, wanted),
  );
}
