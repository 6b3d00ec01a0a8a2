import { bringOutFile } from '@/app/_staff/bring-out-file';

/** An empty file of readings, and those that are due this month of the measures that a person owns or heads. */
export async function GET(request: Request, { params }: RouteContext<'/work/bring-in/templates/[file]'>) {
  const { file } = await params;
  return bringOutFile(request, { whose: 'own', what: 'templates', file });
}
